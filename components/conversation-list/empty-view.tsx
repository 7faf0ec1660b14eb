import { CircleCheck } from 'lucide-react';
import { isCustomView, type ViewId, type ViewName } from '../../domain/view/views-of';
import type { MessageKey } from '../../utils/i18n/messages';
import { useText } from '../../utils/i18n/use-text';
import { Icon } from '../ui/icon';

const words: Partial<Record<ViewName, MessageKey>> = {
  unassigned: 'emptyUnassigned',
  mine: 'emptyMine',
  open: 'emptyOpen',
  snoozed: 'snzEmpty',
  closed: 'emptyClosed',
  sent: 'emptySent',
  spam: 'emptySpam',
  trash: 'emptyTrash',
  bots: 'emptyBots',
};

/** An empty view says the state and one way on, never "all done". */
export function EmptyView({ view, open, onShowOpen }: { view: ViewId; open: number; onShowOpen(): void }) {
  const { t, plural } = useText();
  return (
    <div className="list grid place-content-center justify-items-center gap-1 p-6 text-center">
      <Icon of={CircleCheck} size={20} className="text-ink-3" />
      <p className="mt-1 text-md font-semibold">{t(isCustomView(view) ? 'viewEmpty' : (words[view] ?? 'emptyChannel'))}</p>
      {view !== 'open' && open > 0 && (
        <>
          <p className="text-ink-2">{plural('openConversations', open)}</p>
          <button type="button" className="btn line mt-2" onClick={onShowOpen}>
            {t('showAllOpen')}
          </button>
        </>
      )}
    </div>
  );
}
