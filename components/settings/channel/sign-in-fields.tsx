import { useText } from '../../../utils/i18n/use-text';
import { type MailboxForm, serverProblem } from './mailbox-form';
import { ServerFields } from './server-fields';
import { TextField } from './text-field';

interface Props {
  form: MailboxForm;
  /** The servers are in sight from the start. */
  open: boolean;
  strict: boolean;
  onChange(form: MailboxForm): void;
}

/** User, password and, folded away where they are known, both servers. */
export function SignInFields({ form, open, strict, onChange }: Props) {
  const { t } = useText();
  const wrong = strict && (serverProblem(form.imap) ?? serverProblem(form.smtp)) !== undefined;
  return (
    <>
      <TextField
        className="mt-3"
        label={t('chnUser')}
        value={form.user}
        onChange={(user) => onChange({ ...form, user })}
        problem={strict && form.user.trim() === '' ? t('chnUserMissing') : undefined}
        autoComplete="off"
        maxLength={320}
      />
      <TextField
        className="mt-3"
        label={t('chnPassword')}
        type="password"
        value={form.password}
        onChange={(password) => onChange({ ...form, password })}
        problem={strict && form.password === '' ? t('chnPasswordMissing') : undefined}
        autoComplete="new-password"
        maxLength={1000}
      />
      <details className="mt-4" open={open || wrong}>
        <summary className="font-semibold">
          {t('chnServers')}
          <span className="ml-2 font-normal text-ink-3 wrap-anywhere">
            {t('chnServersLine', { imap: form.imap.host || '…', smtp: form.smtp.host || '…' })}
          </span>
        </summary>
        <ServerFields legend={t('chnIncoming')} server={form.imap} strict={strict} onChange={(imap) => onChange({ ...form, imap })} />
        <ServerFields legend={t('chnOutgoing')} server={form.smtp} strict={strict} onChange={(smtp) => onChange({ ...form, smtp })} />
      </details>
    </>
  );
}
