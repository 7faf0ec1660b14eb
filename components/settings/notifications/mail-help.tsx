import { useLiveQuery } from 'dexie-react-hooks';
import { useText } from '../../../utils/i18n/use-text';
import type { NoticeMail } from '../../../utils/messaging/contract';
import { useWorkspace } from '../../panel/workspace-context';

/** Where one's mails go and when, or why none go. */
export function MailHelp({ id, mail, onAgain }: { id: string; mail: NoticeMail; onAgain(): void }) {
  const { t } = useText();
  const { db, me } = useWorkspace();
  const address = useLiveQuery(async () => (await db.agents.get(me))?.email, [db, me]) ?? '';
  return (
    <>
      <p className="help" id={id} role="status">
        {mail === 'goes' && t('notifyEmailGoes', { address })}
        {mail === 'no-mail-server' && t('notifyEmailNoServer')}
        {mail === 'came-back' && t('notifyEmailCameBack', { address })}
      </p>
      {mail === 'came-back' && (
        <button type="button" className="btn line mt-2" onClick={onAgain}>
          {t('notifyEmailAgain')}
        </button>
      )}
    </>
  );
}
