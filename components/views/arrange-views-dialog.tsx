import { ArrowDown, ArrowUp } from 'lucide-react';
import { useText } from '../../utils/i18n/use-text';
import { usePerform } from '../actions/use-perform';
import type { Inbox } from '../inbox/use-inbox';
import { IconButton } from '../ui/icon-button';
import { QuestionDialog } from '../ui/question-dialog';

/** Puts the views of the sidebar in one's own order, which holds at once (VIEW-13). */
export function ArrangeViewsDialog({ inbox, onClose }: { inbox: Inbox; onClose(): void }) {
  const { t } = useText();
  const perform = usePerform();
  const views = inbox.views ?? [];
  const move = async (from: number, to: number) => {
    const ids = views.map(({ id }) => id);
    const [moved] = ids.splice(from, 1);
    if (moved === undefined) return;
    ids.splice(to, 0, moved);
    await perform('orderViews', { viewIds: ids });
  };
  return (
    <QuestionDialog
      title={t('viewArrange')}
      onClose={onClose}
      choices={
        <ul className="mt-2 max-h-80 overflow-y-auto">
          {views.map(({ id, name }, at) => (
            <li key={id} className="flex items-center gap-1 py-0.5">
              <span className="min-w-0 grow wrap-anywhere">{name}</span>
              <IconButton icon={ArrowUp} label={t('viewUp', { name })} aria-disabled={at === 0} onClick={() => at > 0 && void move(at, at - 1)} />
              <IconButton
                icon={ArrowDown}
                label={t('viewDown', { name })}
                aria-disabled={at === views.length - 1}
                onClick={() => at < views.length - 1 && void move(at, at + 1)}
              />
            </li>
          ))}
        </ul>
      }
      answers={(leave) => (
        <button type="button" className="btn line lg" onClick={leave}>
          {t('close')}
        </button>
      )}
    >
      <p>{t('viewArrangeWhat')}</p>
    </QuestionDialog>
  );
}
