import { type FormEvent, useEffect, useId, useRef } from 'react';
import { checkHubUrl } from '../../utils/connection/check-hub-url';
import { useText } from '../../utils/i18n/use-text';
import { ConnectProblem } from './connect-problem';
import { useConnect } from './use-connect';

interface Props {
  /** What one came for is this field. */
  focus: boolean;
  typed: string;
  onType(typed: string): void;
  onDone(): void;
}

/** The hub's address or an invitation link, and one button. */
export function ConnectForm({ focus, typed, onType, onDone }: Props) {
  const { t } = useText();
  const id = useId();
  const { busy, problem, ask, refuse } = useConnect();
  const field = useRef<HTMLInputElement>(null);
  const first = useRef(focus);
  useEffect(() => {
    if (first.current) field.current?.focus();
  }, []);
  useEffect(() => {
    if (problem) field.current?.focus();
  }, [problem]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const checked = checkHubUrl(typed);
    if ('problem' in checked) refuse(checked.problem, checked.detail);
    else if (await ask({ type: 'connect', url: typed.trim() })) onDone();
  };

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <label className="label mt-4" htmlFor={`${id}-address`}>
        {t('connectAddress')}
      </label>
      <div className="field h-9">
        <input
          ref={field}
          id={`${id}-address`}
          value={typed}
          onChange={(event) => onType(event.target.value)}
          type="text"
          inputMode="url"
          autoComplete="url"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={500}
          aria-invalid={problem !== null}
          aria-describedby={problem ? `${id}-problem` : `${id}-help`}
        />
      </div>
      <p className="help" id={`${id}-help`}>
        {t('connectAddressHelp')}
      </p>
      {problem && <ConnectProblem id={`${id}-problem`} {...problem} />}
      <p className="mt-3 text-ink-2 empty:mt-0" role="status">
        {busy ? t('connectWaitingForWindow', { origin: originOf(typed) }) : ''}
      </p>
      <div className="flex flex-wrap items-center gap-3 pt-4 pb-5">
        <button type="submit" className="btn fill lg" aria-disabled={busy}>
          {busy ? t('connectBusy') : t('connectAction')}
        </button>
        <span className="text-xs text-ink-3">{t('connectNote')}</span>
      </div>
    </form>
  );
}

function originOf(typed: string): string {
  const checked = checkHubUrl(typed);
  return 'origin' in checked ? new URL(checked.origin).host : typed;
}
