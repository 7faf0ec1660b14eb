import { CircleCheck } from 'lucide-react';
import { useText } from '../../utils/i18n/use-text';
import { useKeys } from '../actions/keys-provider';
import { Icon } from '../ui/icon';
import { KeyCap } from '../ui/key-cap';
import type { TriageState } from './use-triage';

/** Nothing left to hand out, or nothing that is mine: the state, what there is instead, and the way there. */
export function EmptyTriage({ triage: { view, counts, mine, go } }: { triage: TriageState }) {
  const { t, plural } = useText();
  const { aria } = useKeys();
  if (!counts) return <div className="list" />;
  const other = view === 'unassigned' ? 'mine' : 'unassigned';
  const left = counts[other];
  const ownLate = mine?.late ?? 0;
  const about =
    left === 0
      ? plural('openConversations', counts.open)
      : other === 'unassigned'
        ? plural('triageNobodys', left)
        : ownLate > 0
          ? t('triageOwnWithLate', { own: plural('triageOwn', left), late: plural('triageLate', ownLate) })
          : plural('triageOwn', left);
  return (
    <div className="list grid place-content-center justify-items-center gap-1 px-10 text-center">
      <Icon of={CircleCheck} size={20} className="text-ink-3" />
      <p className="mt-1 text-md font-semibold">{t(view === 'mine' ? 'emptyMine' : 'emptyUnassigned')}</p>
      <p className="text-ink-2">{about}</p>
      {left > 0 && (
        <button type="button" className="btn line mt-2" aria-keyshortcuts={aria(other === 'mine' ? '2' : '1')} onClick={() => go({ view: other })}>
          {t(other === 'mine' ? 'triageShowMine' : 'triageShowUnassigned')}
          <KeyCap usual={other === 'mine' ? '2' : '1'} />
        </button>
      )}
    </div>
  );
}
