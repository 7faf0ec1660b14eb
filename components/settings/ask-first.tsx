import { type ReactNode, useEffect, useRef } from 'react';
import { useText } from '../../utils/i18n/use-text';

interface Props {
  /** What will be lost. */
  children: ReactNode;
  label: string;
  onYes(): Promise<unknown>;
  /** It was answered: done, refused (a toast says why) or left as it is. */
  onEnd(): void;
}

/** Says on the line itself what an act will bring about before it is done. */
export function AskFirst({ children, label, onYes, onEnd }: Props) {
  const { t } = useText();
  const yes = useRef<HTMLButtonElement>(null);
  useEffect(() => yes.current?.focus(), []);
  return (
    <span className="flex basis-full flex-wrap items-center gap-2 pb-1">
      <span className="min-w-0 grow text-wait" role="alert">
        {children}
      </span>
      <button ref={yes} type="button" className="btn line xs danger" onClick={() => void onYes().finally(onEnd)}>
        {label}
      </button>
      <button type="button" className="btn xs" onClick={onEnd}>
        {t('settingsKeyKeep')}
      </button>
    </span>
  );
}
