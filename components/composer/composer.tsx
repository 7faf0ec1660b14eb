import { useLiveQuery } from 'dexie-react-hooks';
import { Lock, PenLine, Reply } from 'lucide-react';
import { useText } from '../../utils/i18n/use-text';
import type { ThreadMessage } from '../../utils/store/read-messages';
import type { Subject } from '../actions/action';
import { useKeys } from '../actions/keys-provider';
import { useWorkspace } from '../panel/workspace-context';
import { Icon } from '../ui/icon';
import { KeyCap } from '../ui/key-cap';
import { draftedModes } from './drafted-modes';
import { OpenComposer } from './open-composer';
import { replyRecipients } from './reply-recipients';

export type ComposeMode = 'reply' | 'comment';
interface Props {
  subject: Subject;
  messages: readonly ThreadMessage[];
  mode: ComposeMode | undefined;
  onMode(mode: ComposeMode | undefined): void;
  /** Words that were sent here came back (RPL-8). */
  onTakenBack(mode: ComposeMode): void;
}

/** Shut, it is one field that names who would get the answer; open, it is the editor (design 3). */
export function Composer({ subject, messages, mode, onMode, onTakenBack }: Props) {
  const text = useText();
  const keys = useKeys();
  const { t } = text;
  const { db, me, channels, connection } = useWorkspace();
  const { conversation } = subject;
  const drafts = useLiveQuery(() => draftedModes(db, me, connection.id, conversation.id), [db, me, connection.id, conversation.id]);
  const attachedId = conversation.contactAddress === null ? conversation.contactId : null;
  const attached = useLiveQuery(async () => (attachedId === null ? null : ((await db.contacts.get(attachedId)) ?? null)), [db, attachedId]);
  // Who it goes to is part of what an editor begins with.
  if (conversation.trashed || attached === undefined) return null;
  const ours = channels.flatMap(({ address }) => address ?? []);
  const usual = replyRecipients(conversation, messages, ours, attached);
  if (mode)
    return (
      <OpenComposer
        key={`${conversation.id}/${mode}`}
        subject={subject}
        messages={messages}
        usual={usual}
        mode={mode}
        onMode={onMode}
        onTakenBack={() => onTakenBack(mode)}
      />
    );
  const names = [...usual.to, ...usual.cc].map(({ name, address }) => name.split(' ')[0] || address);
  const whom = new Intl.ListFormat(text.locale).format(names.slice(0, 3));
  return (
    <section className="composer" aria-label={t(conversation.spam ? 'actionComment' : 'actionReply')}>
      <div className="flex items-center gap-2 py-2 pr-3 pl-4">
        {conversation.spam ? (
          <span className="grow text-ink-3">{t('noReplyInSpam')}</span>
        ) : (
          <button type="button" className="field quiet h-9 grow" aria-keyshortcuts={keys.aria('r')} onClick={() => onMode('reply')}>
            <Icon of={drafts?.has('reply') ? PenLine : Reply} />
            <span className="cut grow">
              {drafts?.has('reply') ? t('draftTo', { whom }) : names.length > 0 ? t('replyTo', { whom }) : t('actionReply')}
            </span>
            <KeyCap usual="r" />
          </button>
        )}
        <button type="button" className="btn" aria-keyshortcuts={keys.aria('i')} onClick={() => onMode('comment')}>
          <Icon of={drafts?.has('comment') ? PenLine : Lock} />
          {t('actionComment')}
        </button>
      </div>
    </section>
  );
}
