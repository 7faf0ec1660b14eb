import { useId, useRef, useState } from 'react';
import type { Id } from '../../../domain/model/ids';
import type { Inbox } from '../../../domain/model/inbox';
import { useText } from '../../../utils/i18n/use-text';
import { FailedWords } from './failed-words';
import { firstDay } from './first-day';
import { StepForm } from './step-form';
import { TextField } from './text-field';
import { useAddressProblem } from './use-address-problem';
import type { ConnectMailbox, Since } from './use-connect-mailbox';

const day = 24 * 3600_000;
const archivedWords = { own: 'chnArchivedOwn', google: 'chnArchivedGoogle', microsoft: 'chnArchivedMicrosoft' } as const;
const dayWords = { missing: 'chnSinceDayMissing', 'to-come': 'chnSinceDayToCome', 'no-such-day': 'chnSinceDayNoSuch' } as const;

/** From when on mail is brought in; then it is connected. */
export function SinceStep({ inbox, mailbox, onConnected }: { inbox: Inbox; mailbox: ConnectMailbox; onConnected(channelId: Id): void }) {
  const { t } = useText();
  const id = useId();
  const [tried, setTried] = useState(false);
  const dayField = useRef<HTMLInputElement>(null);
  const { provider, since, day: typedDay, archived } = mailbox;
  const taken = useAddressProblem(mailbox.address, mailbox.inboxId);
  const next = async () => {
    if (taken) return;
    setTried(true);
    const from = fromOf(since, typedDay, Date.now());
    if ('problem' in from) return dayField.current?.focus();
    const channelId = await mailbox.connect(from.at);
    if (channelId) onConnected(channelId);
  };
  const read = firstDay(typedDay, Date.now());
  const problem = tried && 'problem' in read ? t(dayWords[read.problem]) : undefined;
  const option = (value: Since, label: string) => (
    <label className="pick">
      <input type="radio" name={id} checked={since === value} onChange={() => mailbox.setSince({ since: value })} />
      {label}
    </label>
  );
  return (
    <StepForm
      title={t('chnSinceTitle')}
      at={provider ? 4 : 5}
      of={provider ? 4 : 5}
      next={t('chnConnect')}
      busy={mailbox.busy && t('chnConnecting')}
      onNext={() => void next()}
      onBack={() => mailbox.go(provider ? 'provider' : 'sign-in')}
    >
      <p className="mt-2 text-ink-2" role="status">
        {provider ? t('oauSignedInAs', { address: mailbox.address }) : t('chnTestedBoth')} {t('chnSinceLead')}
      </p>
      <fieldset className="mt-3">
        <legend className="sr-only">{t('chnSinceTitle')}</legend>
        {option('new', t('chnSinceNew'))}
        {option('month', t('chnSinceMonth'))}
        {option('day', t('chnSinceDay'))}
        {since === 'day' && (
          <TextField
            className="ml-6 max-w-50"
            label={t('chnSinceDayLabel')}
            type="date"
            value={typedDay}
            onChange={(to) => mailbox.setSince({ day: to })}
            problem={problem}
            inputRef={dayField}
          />
        )}
        {option('all', t('chnSinceAll'))}
      </fieldset>
      {since !== 'new' && (
        <div className="mt-3">
          <label className="pick">
            <input
              type="checkbox"
              checked={archived}
              aria-describedby={`${id}-archived`}
              onChange={({ target }) => mailbox.setSince({ archived: target.checked })}
            />
            {t('chnArchived')}
          </label>
          <p className="help ml-6" id={`${id}-archived`}>
            {t(archivedWords[provider ?? 'own'])} {t('chnArchivedHow', { inbox: inbox.name })}
          </p>
        </div>
      )}
      <p className="help mt-3">{t('chnSinceClosed')}</p>
      {taken && !mailbox.busy && (
        <p className="notice late mt-3" role="alert">
          {taken}
        </p>
      )}
      {mailbox.failed && <FailedWords failed={mailbox.failed} />}
    </StepForm>
  );
}

function fromOf(since: Since, typedDay: string, now: number): ReturnType<typeof firstDay> {
  if (since === 'day') return firstDay(typedDay, now);
  if (since === 'all') return { at: 0 };
  return { at: since === 'new' ? now : now - 30 * day };
}
