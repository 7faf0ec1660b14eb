import { Check, Copy } from 'lucide-react';
import { useRef, useState } from 'react';
import { useText } from '../../utils/i18n/use-text';
import { Icon } from './icon';

/** Something to take along to another place: in a field one can mark, with a button that copies it. */
export function CopyField({ label, value }: { label: string; value: string }) {
  const { t } = useText();
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      setCopied('yes');
    } catch (error) {
      console.warn('the clipboard was not to be had', error);
      field.current?.select();
      setCopied('failed');
    }
  };
  return (
    <>
      <div className="flex items-center gap-2">
        <div className="field grow">
          <input ref={field} value={value} readOnly aria-label={label} spellCheck={false} onFocus={(event) => event.currentTarget.select()} />
        </div>
        <button type="button" className="btn line" onClick={() => void copy()}>
          <Icon of={copied === 'yes' ? Check : Copy} size={14} />
          {t(copied === 'yes' ? 'chnCopied' : 'chnCopy')}
        </button>
      </div>
      <p className="sr-only" role="status">
        {copied === 'yes' ? t('chnCopied') : ''}
      </p>
      {copied === 'failed' && <p className="help">{t('chnCopyByHand')}</p>}
    </>
  );
}
