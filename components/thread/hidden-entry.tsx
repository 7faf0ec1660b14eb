import { EyeOff } from 'lucide-react';
import { useText } from '../../utils/i18n/use-text';
import type { ThreadMessage } from '../../utils/store/read-messages';
import { readSync } from '../../utils/store/read-sync';
import { usePerform } from '../actions/use-perform';
import { useWorkspace } from '../panel/workspace-context';
import { Icon } from '../ui/icon';
import { authorName } from './author-name';
import { EntryTime } from './entry-time';

/** What stands in the place of a hidden message, and the way back for who may (THR-11). */
export function HiddenEntry({ message, landed }: { message: ThreadMessage; landed: boolean }) {
  const text = useText();
  const { t } = text;
  const { db, agents, me, connection } = useWorkspace();
  const perform = usePerform();
  const { hidden } = message;
  if (!hidden) return null;
  const own = hidden.by === me;
  const words = own ? t('hidByYou') : t('hidBy', { name: agents.get(hidden.by)?.name ?? t('formerColleague') });
  const may = !hidden.gone && (own || agents.get(me)?.superAdmin);
  const show = async () => {
    // The words are on the hub alone (X27): it shows them again once it is reached, and that is said.
    const here = connection.kind === 'local' || (await db.hiddenMessages.get(message.id));
    const reached = here || ['idle', 'syncing'].includes((await readSync(db)).phase);
    const args = { conversationId: message.conversationId, messageIds: [message.id] };
    await perform('unhideMessage', args, t(reached ? 'hidShown' : 'hidNeedsHub'));
  };
  return (
    <article
      id={`message-${message.id}`}
      className={`hiddenmsg ${landed ? 'landed' : ''}`}
      aria-label={`${words}. ${t('messageIn', { name: authorName(message.author, agents, text), time: text.fullDate(message.receivedAt) })}`}
      tabIndex={-1}
    >
      <Icon of={EyeOff} size={14} />
      <span className="cut grow">
        {words}, <EntryTime at={hidden.at} />
      </span>
      {may && (
        <button type="button" className="btn text xs h-6" onClick={() => void show()}>
          {t('hidShow')}
        </button>
      )}
    </article>
  );
}
