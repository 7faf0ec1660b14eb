import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import { useText } from '../../../utils/i18n/use-text';

interface Props {
  title: string;
  at: number;
  of: number;
  next: string;
  /** What is under way; pressing again does nothing. */
  busy?: string | undefined;
  /** Another way on is the one that works: this one stands back. */
  quiet?: boolean;
  onNext(): void;
  onBack?: (() => void) | undefined;
  /** Another time. */
  onSkip?: (() => void) | undefined;
  children: ReactNode;
}

/** One step of connecting: what it asks, and the way on and back. Its heading takes the focus, so that a new step is read out. */
export function StepForm({ title, at, of, next, busy, quiet = false, onNext, onBack, onSkip, children }: Props) {
  const { t } = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) onNext();
  };
  return (
    <form className="settings-body chn-step" onSubmit={submit} noValidate>
      <p className="text-xs text-ink-3">{t('chnStep', { at, of })}</p>
      <h2 ref={heading} tabIndex={-1} className="outline-none wrap-anywhere">
        {title}
      </h2>
      {children}
      <p className="sr-only" role="status">
        {busy ?? ''}
      </p>
      <div className="mt-6 flex flex-wrap gap-2">
        <button type="submit" className={`btn lg ${quiet ? 'line' : 'fill'}`} aria-disabled={busy !== undefined}>
          {busy ?? next}
        </button>
        {onBack && (
          <button type="button" className="btn lg" onClick={onBack}>
            {t('chnBack')}
          </button>
        )}
        {onSkip && (
          <button type="button" className="btn lg" onClick={onSkip}>
            {t('chnNotNow')}
          </button>
        )}
      </div>
    </form>
  );
}
