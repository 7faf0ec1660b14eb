import { useText } from '../../utils/i18n/use-text';
import { useKeys } from '../actions/keys-provider';
import { viewKey } from '../panel/standard-views';
import type { TriageState, TriageView } from './use-triage';

const tabs: readonly (readonly [TriageView, key: string])[] = [
  ['unassigned', '1'],
  ['mine', '2'],
];

/** What nobody has, what is mine; at the right what is late of it, else how many are open in all. */
export function TriageTabs({ triage: { view, counts, mine, go } }: { triage: TriageState }) {
  const { t, plural, number } = useText();
  const { aria } = useKeys();
  const late = view === 'mine' ? (mine?.late ?? 0) : 0;
  return (
    <nav className="tabs" aria-label={t('views')}>
      {tabs.map(([name, key]) => (
        <button
          key={name}
          type="button"
          className={`tab ${view === name ? 'on' : ''}`}
          aria-current={view === name ? 'page' : undefined}
          aria-keyshortcuts={aria(key)}
          onClick={() => go({ view: name })}
        >
          {t(viewKey(name))} <span className="n">{counts && number(counts[name])}</span>
        </button>
      ))}
      <span className="grow" />
      {late > 0 ? (
        <span className="num text-xs font-semibold text-late">{plural('triageLate', late)}</span>
      ) : (
        <span className="num text-xs text-ink-3">{counts && t('triageAllOpen', { count: counts.open })}</span>
      )}
    </nav>
  );
}
