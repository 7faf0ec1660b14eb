import { useId } from 'react';
import { useText } from '../../../utils/i18n/use-text';
import { mailName, providerName } from './provider-name';
import type { MailboxKind } from './use-connect-mailbox';

/** The ways mail gets here, to choose one. */
export function KindChoice({ kind, onChoose }: { kind: MailboxKind; onChoose(kind: MailboxKind): void }) {
  const { t } = useText();
  const id = useId();
  const option = (value: MailboxKind, label: string, help: string) => (
    <label className="pick">
      <input type="radio" name={id} checked={kind === value} onChange={() => onChoose(value)} />
      <span>
        {label}
        <span className="block text-xs text-ink-3">{help}</span>
      </span>
    </label>
  );
  return (
    <fieldset className="mt-4">
      <legend className="sr-only">{t('chnKindTitle')}</legend>
      {option('own', t('chnKindOwn'), t('chnKindOwnHelp'))}
      {(['google', 'microsoft'] as const).map((provider) => (
        <div key={provider}>{option(provider, mailName[provider], t('oauKindHelp', { provider: providerName[provider] }))}</div>
      ))}
      {option('forwarding', t('chnKindForward'), t('chnKindForwardHelp'))}
    </fieldset>
  );
}
