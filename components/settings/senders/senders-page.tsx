import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { useText } from '../../../utils/i18n/use-text';
import { usePerform } from '../../actions/use-perform';
import { useMaySetUp } from '../../panel/use-may-set-up';
import { useWorkspace } from '../../panel/workspace-context';
import { useNow } from '../../ui/use-now';
import { TextField } from '../channel/text-field';
import { NotYours } from '../not-yours';
import { SectionHeading } from '../section-heading';
import { SenderForm } from './sender-form';
import { senderWords } from './sender-words';

/** From how many rules on one looks for one by typing. */
const many = 8;

/** Whose mail is never spam, always spam or blocked (VIEW-9, D14, INB-2): to be seen by everybody, changed with account access. */
export function SendersPage() {
  const { t, date } = useText();
  const now = useNow();
  const { db, inboxes } = useWorkspace();
  const { may } = useMaySetUp();
  const perform = usePerform();
  const rules = useLiveQuery(() => db.senderRules.orderBy('pattern').toArray(), [db]);
  const [wanted, setWanted] = useState('');
  const workspaceId = inboxes[0]?.workspaceId;
  const shown = rules?.filter(({ pattern }) => pattern.includes(wanted.trim().toLowerCase()));
  return (
    <>
      <SectionHeading title={t('sndTitle')}>{t('sndLead')}</SectionHeading>
      <div className="settings-body">
        {!may && <NotYours />}
        {may && workspaceId && <SenderForm workspaceId={workspaceId} />}
        {rules && (rules.length >= many || wanted !== '') && (
          <TextField className="mt-6 max-w-100" label={t('sndFind')} value={wanted} onChange={setWanted} type="search" />
        )}
        {rules?.length === 0 && <p className="mt-6 text-ink-2">{t('sndNone')}</p>}
        {rules && rules.length > 0 && shown?.length === 0 && <p className="mt-4 text-ink-2">{t('sndNotFound')}</p>}
        <ul className="settings-lines mt-4" aria-label={t('sndTitle')}>
          {shown?.map(({ id, pattern, kind, at }) => (
            <li key={id} className="settings-line">
              <span className="min-w-40 flex-1">
                <span className="block wrap-anywhere">{pattern}</span>
                <span className={kind === 'allow' ? 'block text-xs text-ink-2' : 'block text-xs text-wait'}>
                  {t(senderWords[kind][0])} <span className="text-ink-3">· {date(at, now)}</span>
                </span>
              </span>
              {may && (
                <button
                  type="button"
                  className="btn line xs"
                  aria-label={t('sndRemoveOf', { pattern })}
                  onClick={() => void perform('removeSenderRule', { ruleId: id }, t('sndGone', { pattern }))}
                >
                  {t('sndRemove')}
                </button>
              )}
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}
