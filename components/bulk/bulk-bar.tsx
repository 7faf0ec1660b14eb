import {
  AlarmClock,
  ArchiveRestore,
  Check,
  CircleCheck,
  type LucideIcon,
  MailCheck,
  Minus,
  OctagonAlert,
  RotateCcw,
  Tag,
  Trash2,
  UserRoundPlus,
  X,
} from 'lucide-react';
import { useEffect, useState } from 'react';
import type { ViewId } from '../../domain/view/views-of';
import type { MessageKey } from '../../utils/i18n/messages';
import { useText } from '../../utils/i18n/use-text';
import { useKeys } from '../actions/keys-provider';
import { useActionKeys } from '../actions/use-action-keys';
import type { Inbox } from '../inbox/use-inbox';
import { useWorkspace } from '../panel/workspace-context';
import { useOwners } from '../thread/use-owners';
import { Icon } from '../ui/icon';
import { IconButton } from '../ui/icon-button';
import { useSay } from '../ui/live-region';
import { MenuButton } from '../ui/menu-button';
import type { Many } from './act-in-slices';
import { SnoozeMany } from './snooze-many';
import { TagMany } from './tag-many';
import { useBulk } from './use-bulk';

type Tool = { act: Many['act']; label: MessageKey; usualKey: string; icon: LucideIcon };
const close: Tool = { act: 'closeConversation', label: 'actionClose', usualKey: 'e', icon: CircleCheck };
const reopen: Tool = { act: 'reopenConversation', label: 'actionReopen', usualKey: 'e', icon: RotateCcw };
const snooze: Tool = { act: 'snoozeConversation', label: 'actionSnooze', usualKey: 'h', icon: AlarmClock };
const tag: Tool = { act: 'tagConversation', label: 'actionTag', usualKey: 't', icon: Tag };
const spam: Tool = { act: 'markSpam', label: 'actionSpam', usualKey: '!', icon: OctagonAlert };
const notSpam: Tool = { act: 'markNotSpam', label: 'actionNotSpam', usualKey: '!', icon: MailCheck };
const trash: Tool = { act: 'trashConversation', label: 'actionTrash', usualKey: 'Delete', icon: Trash2 };
const restore: Tool = { act: 'restoreConversation', label: 'actionRestore', usualKey: 'Delete', icon: ArchiveRestore };

/** What fits where they lie; what does not fit one of them is refused of that one. */
function toolsOf(view: ViewId): { assign: boolean; tools: Tool[] } {
  if (view === 'trash') return { assign: false, tools: [restore] };
  if (view === 'spam') return { assign: false, tools: [notSpam, trash] };
  return { assign: true, tools: view === 'closed' ? [reopen, tag, spam, trash] : [close, snooze, tag, spam, trash] };
}

/** Over the list while some of it is ticked, or while an act on many goes on: how many, and what can be done to them (LIST-3). */
export function BulkBar({ inbox, heading: Heading }: { inbox: Inbox; heading: 'h1' | 'h2' }) {
  const { t, plural, number } = useText();
  const { me } = useWorkspace();
  const { cap, aria } = useKeys();
  const { ticks, place, counts, listRef } = inbox;
  const { ids, run } = ticks;
  const owners = useOwners(place.inboxId);
  const bulk = useBulk(ticks);
  const say = useSay();
  const [asking, setAsking] = useState<'snooze' | 'tag'>();
  const count = ids.size;
  useEffect(() => {
    if (count > 0) say(plural('blkSelected', count));
  }, [count, say, plural]);

  const total = counts?.[place.view] ?? 0;
  const { assign, tools } = toolsOf(place.view);
  const toList = () => requestAnimationFrame(() => listRef.current?.focus({ preventScroll: true }));
  const clear = () => {
    ticks.clear();
    toList();
  };
  const act = (what: Omit<Many, 'ids'>) => {
    const all = [...ids];
    ticks.clear();
    toList();
    return bulk({ ...what, ids: all });
  };
  const press = ({ act: name }: Tool) =>
    name === 'snoozeConversation' ? setAsking('snooze') : name === 'tagConversation' ? setAsking('tag') : void act({ act: name });
  useActionKeys((key) => {
    if (count === 0 || run || asking || inbox.dialog) return false;
    const tool = tools.find(({ usualKey }) => usualKey === (key.length === 1 ? key.toLowerCase() : key));
    if (tool) press(tool);
    else if (assign && key.toLowerCase() === 'a') void act({ act: 'assignConversation', ownerId: me });
    else return false;
    return true;
  });

  if (run)
    return (
      <div className="bulk pl-4">
        <Heading className="num mr-2">{t('blkProgress', { done: number(run.done), total: number(run.total) })}</Heading>
        <progress className="progress min-w-0 grow" aria-label={t('blkBar')} max={run.total} value={run.done} />
        <button type="button" className="btn" onClick={run.stop}>
          {t('blkStop')}
        </button>
      </div>
    );
  if (count === 0) return null;
  const every = count >= total;
  return (
    <div className="bulk" role="toolbar" aria-label={t('blkBar')}>
      <button
        type="button"
        className="ib"
        aria-label={every ? t('blkClear') : t('blkAll', { count: number(total) })}
        onClick={() => (every ? ticks.clear() : void ticks.all())}
      >
        <span className="tick on">
          <Icon of={every ? Check : Minus} size={12} />
        </span>
      </button>
      <Heading className="num cut">{plural('blkSelected', count)}</Heading>
      {!every && (
        <button type="button" className="btn text all" onClick={() => void ticks.all()}>
          {t('blkAll', { count: number(total) })}
        </button>
      )}
      <span className="grow" />
      {assign && (
        <MenuButton
          label={t('blkAssign')}
          className="ib"
          nameButton
          align="end"
          entries={[
            ...owners.map(({ agent, label, away }) => ({
              kind: 'item' as const,
              id: agent.id,
              label,
              count: away,
              usualKey: agent.id === me ? 'a' : undefined,
              onSelect: () => void act({ act: 'assignConversation', ownerId: agent.id }),
            })),
            { kind: 'separator', id: 'line' },
            { kind: 'item', id: 'nobody', label: t('unassigned'), onSelect: () => void act({ act: 'assignConversation', ownerId: null }) },
          ]}
        >
          <Icon of={UserRoundPlus} />
        </MenuButton>
      )}
      {tools.map((tool) => (
        <IconButton
          key={tool.act}
          icon={tool.icon}
          label={t(tool.label)}
          title={cap(tool.usualKey) ? `${t(tool.label)} (${cap(tool.usualKey)})` : t(tool.label)}
          aria-keyshortcuts={aria(tool.usualKey)}
          onClick={() => press(tool)}
        />
      ))}
      <IconButton icon={X} label={t('blkClear')} onClick={clear} />
      {asking === 'snooze' && (
        <SnoozeMany
          label={plural('blkSelected', count)}
          onChoose={(until) => void act({ act: 'snoozeConversation', until })}
          onClose={() => setAsking(undefined)}
        />
      )}
      {asking === 'tag' && (
        <TagMany
          label={plural('blkSelected', count)}
          onChoose={({ id: tagId, name }) => void act({ act: 'tagConversation', tagId, name })}
          onClose={() => setAsking(undefined)}
        />
      )}
    </div>
  );
}
