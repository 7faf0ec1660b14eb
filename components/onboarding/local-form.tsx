import { type FormEvent, useId, useRef, useState } from 'react';
import { useText } from '../../utils/i18n/use-text';
import { whyNotKept } from '../../utils/store/why-not-kept';
import { device } from '../panel/device';
import { ownAddresses } from './own-addresses';

/** Who one is, and nothing else that could wait: the workspace is made on this computer. */
export function LocalForm({ onDone }: { onDone(): void }) {
  const { t } = useText();
  const id = useId();
  const [name, setName] = useState('');
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<{ field?: 'name' | 'addresses'; words: string }>();
  const [nameField, addressField] = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)];

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const { addresses, wrong } = ownAddresses(typed);
    if (name.trim() === '') {
      setProblem({ field: 'name', words: t('localNameMissing') });
      return nameField.current?.focus();
    }
    if (wrong !== undefined) {
      setProblem({ field: 'addresses', words: t('notAnAddress', { address: wrong }) });
      return addressField.current?.focus();
    }
    setBusy(true);
    try {
      const { setUpLocalWorkspace } = await import('../../utils/sources/local/set-up-local-workspace');
      const words = { workspace: t('onThisComputer'), inbox: t('firstInboxName') };
      await setUpLocalWorkspace(device, { name: name.trim(), addresses, words }, Date.now());
      onDone();
    } catch (error) {
      console.error('the workspace could not be made', error);
      setBusy(false);
      setProblem({ words: t(whyNotKept(error) === 'disk-full' ? 'refusal_disk-full' : 'localNotMade') });
    }
  };
  const describedBy = (field: 'name' | 'addresses') => (problem?.field === field ? `${id}-problem` : `${id}-help`);
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <label className="label mt-4" htmlFor={`${id}-name`}>
        {t('localName')}
      </label>
      <div className="field h-9">
        <input
          ref={nameField}
          id={`${id}-name`}
          value={name}
          onChange={(event) => setName(event.target.value)}
          autoComplete="name"
          maxLength={200}
          aria-invalid={problem?.field === 'name'}
          aria-describedby={problem?.field === 'name' ? `${id}-problem` : undefined}
        />
      </div>
      <label className="label mt-4" htmlFor={`${id}-addresses`}>
        {t('localAddresses')}
      </label>
      <div className="field h-9">
        <input
          ref={addressField}
          id={`${id}-addresses`}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          inputMode="email"
          autoComplete="email"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={2000}
          aria-invalid={problem?.field === 'addresses'}
          aria-describedby={describedBy('addresses')}
        />
      </div>
      <p className="help" id={`${id}-help`}>
        {t('localAddressesHelp')}
      </p>
      {problem && (
        <p className="notice late mt-3" role="alert" id={`${id}-problem`}>
          {problem.words}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-3 pt-4 pb-5">
        <button type="submit" className="btn fill lg" aria-disabled={busy}>
          {busy ? t('localBusy') : t('localBegin')}
        </button>
        <span className="text-xs text-ink-3">{t('connectNote')}</span>
      </div>
    </form>
  );
}
