import { ChevronDown, ChevronRight } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import type { ContextSection } from '../../domain/model/context-settings';
import { useText } from '../../utils/i18n/use-text';
import { Icon } from '../ui/icon';
import type { ContextSettingsHere } from './use-context-settings';

interface Props {
  name: ContextSection;
  title: string;
  settings: ContextSettingsHere;
  /** Known once it is counted. */
  count?: number | undefined;
  /** What stands last in its heading. */
  end?: ReactNode;
  children: ReactNode;
}

/** A part of the context that folds and remembers it (CTX-5). What is folded away is not drawn, and reads nothing. */
export function Section({ name, title, settings, count, end, children }: Props) {
  const { number } = useText();
  const body = useId();
  const folded = settings.choices.folded.includes(name);
  const fold = () => settings.change(({ folded: all }) => ({ folded: all.includes(name) ? all.filter((one) => one !== name) : [...all, name] }));
  return (
    <section className="sec">
      <div className="sh">
        <h3 className="min-w-0 grow">
          <button type="button" className="fold" aria-expanded={!folded} aria-controls={folded ? undefined : body} onClick={fold}>
            <Icon of={folded ? ChevronRight : ChevronDown} size={14} />
            <span>{title}</span>
            {count !== undefined && <span className="n">{number(count)}</span>}
          </button>
        </h3>
        {!folded && end}
      </div>
      {!folded && (
        <div className="sb" id={body}>
          {children}
        </div>
      )}
    </section>
  );
}
