import { useLiveQuery } from 'dexie-react-hooks';
import { ChevronsUpDown } from 'lucide-react';
import type { Id } from '../../domain/model/ids';
import { useText } from '../../utils/i18n/use-text';
import { viewCounts } from '../../utils/store/view-counts';
import { Icon } from '../ui/icon';
import { MenuButton } from '../ui/menu-button';
import { useWorkspace } from './workspace-context';

interface Props {
  inboxId: Id;
  /** Of the inbox one is in: the screen counts that one for itself. */
  open: number | undefined;
  onSwitch(id: Id): void;
}

/** The menu at the top left switches between one's inboxes, each with its open ones (INB-1). */
export function InboxSwitcher({ inboxId, open, onSwitch }: Props) {
  const { t, number } = useText();
  const { db, inboxes } = useWorkspace();
  const others = inboxes.flatMap(({ id }) => (id === inboxId ? [] : id)).join();
  const counts = useLiveQuery(async () => {
    const ids = others === '' ? [] : others.split(',');
    return new Map(await Promise.all(ids.map(async (id) => [id, (await viewCounts(db, id)).open] as const)));
  }, [db, others]);
  const current = inboxes.find((inbox) => inbox.id === inboxId);
  return (
    <MenuButton
      label={t('switchInbox')}
      className="-ml-1.5 inline-flex h-8 min-w-0 items-center gap-1.5 rounded-md px-1.5 text-md font-semibold hover:bg-hover"
      entries={inboxes.map((inbox) => {
        const count = inbox.id === inboxId ? open : counts?.get(inbox.id);
        return {
          kind: 'item',
          id: inbox.id,
          label: inbox.name,
          checked: inbox.id === inboxId,
          count: count === undefined ? undefined : number(count),
          onSelect: () => onSwitch(inbox.id),
        };
      })}
    >
      <span className="cut">{current?.name}</span>
      <Icon of={ChevronsUpDown} size={14} className="text-ink-3" />
    </MenuButton>
  );
}
