import { Check, Plus } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { Id } from '../../domain/model/ids';
import type { Tag } from '../../domain/model/tag';
import { liveTags, sameName } from '../../domain/tag/tags-of';
import { useText } from '../../utils/i18n/use-text';
import { newId } from '../../utils/store/new-id';
import { Icon } from '../ui/icon';
import { useTagging } from './use-tagging';

/** As many as are looked through at a glance; the others are found by typing. */
const shown = 8;

interface Props {
  /** Those it has. */
  on?: ReadonlySet<Id>;
  onChoose(tag: Pick<Tag, 'id' | 'name'>): void;
  onDone(): void;
}

/** A tag, found by typing a part of its name, or made where there is none of that name (THR-16). Enter takes the first. */
export function TagChoice({ on, onChoose, onDone }: Props) {
  const { t, locale } = useText();
  const [words, setWords] = useState('');
  const list = useRef<HTMLFieldSetElement>(null);
  const typed = words.trim();
  const workspace = useTagging();
  const tags = liveTags(workspace).sort((a, b) => a.name.localeCompare(b.name, locale));
  const found = tags.filter(({ name }) => name.toLowerCase().includes(typed.toLowerCase())).slice(0, shown);
  const make = typed !== '' && !tags.some(({ name }) => sameName(name, typed));
  const first = found[0] && !(make && !found[0].name.toLowerCase().startsWith(typed.toLowerCase())) ? found[0] : undefined;
  const makeIt = () => onChoose({ id: newId(), name: typed });

  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    const all = [...(list.current?.querySelectorAll<HTMLElement>('input, button') ?? [])];
    const from = all.indexOf(document.activeElement as HTMLElement);
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      all[(from + (event.key === 'ArrowDown' ? 1 : -1) + all.length) % all.length]?.focus();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      onDone();
    }
  };
  return (
    <fieldset ref={list} className="min-w-0" aria-label={t('tagTitle')} onKeyDown={onKeyDown}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (typed === '') return;
          if (first) onChoose(first);
          else makeIt();
        }}
      >
        <div className="field mx-1 mt-1 mb-1.5">
          <input
            // biome-ignore lint/a11y/noAutofocus: it was opened by whoever wants to type here
            autoFocus
            aria-label={t('tagFind')}
            autoComplete="off"
            maxLength={50}
            placeholder={t('tagFind')}
            value={words}
            onChange={({ target }) => setWords(target.value)}
          />
        </div>
      </form>
      {workspace && tags.length === 0 && typed === '' && <p className="help px-3 pb-2">{t('tagNone')}</p>}
      {found.map((tag) => (
        <button key={tag.id} type="button" className="mi" aria-pressed={on?.has(tag.id)} onClick={() => onChoose(tag)}>
          <span className="cut" title={tag.name}>
            {tag.name}
          </span>
          {on?.has(tag.id) && (
            <span className="n">
              <Icon of={Check} size={14} />
            </span>
          )}
        </button>
      ))}
      {make && (
        <button type="button" className="mi" onClick={makeIt}>
          <Icon of={Plus} size={14} />
          <span className="cut" title={typed}>
            {t('tagMake', { name: typed })}
          </span>
        </button>
      )}
    </fieldset>
  );
}
