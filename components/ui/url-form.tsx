import { useState } from 'react';
import { useText } from '../../utils/i18n/use-text';

/** One line for the address of a link or picture; Enter applies, Esc leaves. */
export function UrlForm({ label, onApply, onLeave }: { label: string; onApply(typed: string): void; onLeave(): void }) {
  const { t } = useText();
  const [typed, setTyped] = useState('');
  const apply = () => typed.trim() !== '' && onApply(typed.trim());
  return (
    <div className="field mt-1 w-full">
      <input
        // biome-ignore lint/a11y/noAutofocus: the person has just asked for this field
        autoFocus
        aria-label={label}
        placeholder="https://"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault();
            apply();
          } else if (event.key === 'Escape') {
            event.stopPropagation();
            onLeave();
          }
        }}
      />
      <button type="button" className="btn text xs" onClick={apply}>
        {t('linkApply')}
      </button>
    </div>
  );
}
