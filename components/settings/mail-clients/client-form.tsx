import { CircleCheck } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import { sameJson } from '../../../domain/core/same-json';
import { isMailTenant } from '../../../domain/model/mail-tenant';
import type { MailProvider } from '../../../domain/model/mailbox';
import { useText } from '../../../utils/i18n/use-text';
import type { MailClientsAnswer, SetUpProblem } from '../../../utils/messaging/contract';
import { useWorkspace } from '../../panel/workspace-context';
import { Icon } from '../../ui/icon';
import { useSay } from '../../ui/live-region';
import { askHub } from '../channel/ask-hub';
import { FailedWords } from '../channel/failed-words';
import { mailName, providerName } from '../channel/provider-name';
import { TextField } from '../channel/text-field';
import { useKeptDraft } from '../use-kept-draft';
import { RemoveClient } from './remove-client';

interface Props {
  provider: MailProvider;
  known: MailClientsAnswer['google'];
  onChanged(): Promise<unknown>;
}

type Fields = NonNullable<MailClientsAnswer['google']>;

/** One client: id, secret, and how mail is read by it. The secret is in this form's memory until it is saved, and nowhere afterwards. */
export function ClientForm({ provider, known, onChanged }: Props) {
  const { t } = useText();
  const { connection } = useWorkspace();
  const id = useId();
  const say = useSay();
  const stored: Fields = { clientId: known?.clientId ?? '', tenant: known?.tenant ?? '', access: known?.access ?? 'api' };
  const differs = (typed: Partial<Fields>) => !sameJson({ ...stored, ...typed }, stored);
  const [draft, keep] = useKeptDraft<Fields>(`mail-client/${connection.id}/${provider}`, differs);
  const { clientId, tenant, access } = { ...stored, ...draft };
  const set = (typed: Partial<Fields>) => keep({ ...draft, ...typed });
  const [secret, setSecret] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<SetUpProblem>();
  const directory = provider === 'microsoft';
  const wrong = {
    clientId: clientId.trim() === '',
    secret: !known && secret.trim() === '',
    tenant: directory && !isMailTenant(tenant),
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (busy || Object.values(wrong).includes(true)) return;
    setBusy(true);
    const client = { clientId, tenant: directory ? tenant : '', access, ...(secret.trim() ? { secret } : {}) };
    const said = await askHub({ type: 'mailbox-client-put', connectionId: connection.id, provider, client });
    setBusy(false);
    setFailed('failed' in said ? said.failed : undefined);
    if ('failed' in said) return;
    setSecret('');
    setTried(false);
    await onChanged();
    keep(undefined);
    say(t('oauSaved', { provider: providerName[provider] }));
  };
  const by = (value: 'api' | 'imap') => (
    <label className="pick">
      <input type="radio" name={`${id}-access`} checked={access === value} onChange={() => set({ access: value })} />
      {t(`oauAccess_${value}`)}
    </label>
  );
  return (
    <form className="mt-6" onSubmit={(event) => void submit(event)} aria-labelledby={`${id}-title`} noValidate>
      <div className="flex items-center gap-2">
        <h2 id={`${id}-title`}>{mailName[provider]}</h2>
        <span className={`flex items-center gap-1 text-xs ${known ? 'text-ok' : 'text-ink-3'}`}>
          {known && <Icon of={CircleCheck} size={14} />}
          {t(known ? 'oauClientSet' : 'oauClientNotSet')}
        </span>
      </div>
      <TextField
        className="mt-2"
        label={t('oauClientId')}
        value={clientId}
        onChange={(to) => set({ clientId: to })}
        problem={tried && wrong.clientId ? t('oauClientIdMissing') : undefined}
        maxLength={300}
      />
      <TextField
        className="mt-3"
        label={t('oauSecret')}
        type="password"
        value={secret}
        onChange={setSecret}
        help={t(known ? 'oauSecretKept' : 'oauSecretOnce')}
        problem={tried && wrong.secret ? t('oauSecretMissing') : undefined}
        autoComplete="new-password"
        maxLength={1000}
      />
      {directory && (
        <TextField
          className="mt-3"
          label={t('oauTenant')}
          value={tenant}
          onChange={(to) => set({ tenant: to })}
          help={t('oauTenantHelp')}
          problem={tried && wrong.tenant ? t(tenant.trim() === '' ? 'oauTenantMissing' : 'oauTenantBad') : undefined}
          maxLength={200}
        />
      )}
      <fieldset className="mt-3">
        <legend className="label">{t('oauAccess')}</legend>
        {by('api')}
        {by('imap')}
        <p className="help">{t('oauAccessHelp')}</p>
      </fieldset>
      {failed && <FailedWords failed={failed} />}
      <div className="mt-3 flex flex-wrap items-center gap-2">
        <button type="submit" className="btn line" aria-disabled={busy}>
          {t(busy ? 'oauSaving' : 'oauSave')}
        </button>
        {differs(draft) && !busy && (
          <button type="button" className="btn" onClick={() => keep(undefined)}>
            {t('chnUndoChanges')}
          </button>
        )}
        {known && <RemoveClient provider={provider} onRemoved={onChanged} />}
      </div>
    </form>
  );
}
