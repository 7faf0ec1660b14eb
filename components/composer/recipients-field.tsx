import { Plus, X } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { isSendableAddress } from '../../domain/mail/is-sendable-address';
import { type Address, foldAddress } from '../../domain/model/address';
import { useText } from '../../utils/i18n/use-text';
import { Icon } from '../ui/icon';
import { parseRecipients } from './parse-recipients';

interface Props {
  label: string;
  value: readonly Address[];
  added: readonly Address[];
  onChange(value: Address[]): void;
  autoFocus?: boolean;
}

/** Recipients as chips: newly added ones in ochre, what cannot be an address in brick, each with its word (RPL-7). */
export function RecipientsField({ label, value, added, onChange, autoFocus = false }: Props) {
  const { t } = useText();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const take = (words: string) => {
    const known = new Set(value.map(({ address }) => foldAddress(address)));
    const fresh = parseRecipients(words).filter(({ address }) => !known.has(foldAddress(address)));
    if (fresh.length > 0) onChange([...value, ...fresh]);
    setTyped('');
  };
  return (
    <div className="fline">
      <label className="k" htmlFor={id}>
        {label}
      </label>
      <div className="addr">
        {value.map((one) => {
          const bad = !isSendableAddress(one.address);
          const fresh = added.includes(one);
          return (
            <span
              key={one.address}
              className={`chip ${bad ? 'late' : fresh ? 'wait' : ''}`}
              title={bad ? t('notAnAddress', { address: one.address }) : one.address}
            >
              {fresh && !bad && <Icon of={Plus} size={12} />}
              <span className="cut">{one.name || one.address}</span>
              {bad && <span className="sr-only">{t('notAnAddress', { address: one.address })}</span>}
              <button
                type="button"
                className="x"
                aria-label={t('removeRecipient', { name: one.name || one.address })}
                onClick={() => {
                  onChange(value.filter((other) => other !== one));
                  input.current?.focus();
                }}
              >
                <Icon of={X} size={12} />
              </button>
            </span>
          );
        })}
        <input
          ref={input}
          id={id}
          type="text"
          inputMode="email"
          autoComplete="off"
          spellCheck={false}
          // biome-ignore lint/a11y/noAutofocus: the person has just asked for this field
          autoFocus={autoFocus}
          value={typed}
          onChange={(event) => {
            if (/[;,\n]/.test(event.target.value) && !event.target.value.includes('"')) take(event.target.value);
            else setTyped(event.target.value);
          }}
          onBlur={() => take(typed)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && typed.trim() !== '') {
              event.preventDefault();
              take(typed);
            } else if (event.key === 'Backspace' && typed === '' && value.length > 0) onChange(value.slice(0, -1));
          }}
          onPaste={(event) => {
            const words = event.clipboardData.getData('text/plain');
            if (!/[;,\n<]/.test(words)) return;
            event.preventDefault();
            take(words);
          }}
        />
      </div>
    </div>
  );
}
