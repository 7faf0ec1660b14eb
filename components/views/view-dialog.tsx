import { X } from 'lucide-react';
import { type FormEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import type { CustomView, ViewFilter } from '../../domain/model/custom-view';
import type { Id } from '../../domain/model/ids';
import { isShared } from '../../domain/view/custom-views-of';
import { customViewId } from '../../domain/view/views-of';
import { useText } from '../../utils/i18n/use-text';
import { newId } from '../../utils/store/new-id';
import { usePerform } from '../actions/use-perform';
import type { Inbox } from '../inbox/use-inbox';
import { useWorkspace } from '../panel/workspace-context';
import { IconButton } from '../ui/icon-button';
import { FilterFields } from './filter-fields';

interface Props {
  inbox: Inbox;
  /** None: a new one. */
  view?: CustomView | undefined;
  onClose(): void;
}

/** Makes a custom view, changes one or takes it away (VIEW-13). */
export function ViewDialog({ inbox, view, onClose }: Props) {
  const { t } = useText();
  const { me, inboxes } = useWorkspace();
  const perform = usePerform();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const { inboxId } = inbox.place;
  const row = inboxes.find((one) => one.id === inboxId);
  const wasShared = view !== undefined && row !== undefined && isShared(row, view.id);
  const [name, setName] = useState(view?.name ?? '');
  const [filter, setFilter] = useState<ViewFilter>(view?.filter ?? { states: ['open'] });
  const [shared, setShared] = useState(wasShared);
  const [tried, setTried] = useState(false);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const leave = () => {
    dialog.current?.close();
    onClose();
  };
  const noName = name.trim() === '';
  const noState = filter.states.length === 0;
  const colleagues = wasShared && view.by !== me;

  const save = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (noName || noState) return;
    const viewId: Id = view?.id ?? newId();
    const words = filter.words?.trim();
    const { words: _, ...rest } = filter;
    const args = { inboxId, viewId, name: name.trim(), filter: words ? { ...rest, words } : rest, shared };
    if (!(await perform('saveView', args))) return;
    leave();
    inbox.goTo({ view: customViewId(viewId) });
  };
  const remove = async (gone: CustomView) => {
    leave();
    const back = { inboxId, viewId: gone.id, name: gone.name, filter: gone.filter, shared: wasShared };
    await perform('removeView', { inboxId, viewId: gone.id }, t('viewRemoved', { name: gone.name }), () => perform('saveView', back, t('undone')));
  };

  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={`${id}-title`}
      onCancel={(event) => {
        event.preventDefault();
        leave();
      }}
      onClose={onClose}
    >
      <form onSubmit={(event) => void save(event)} noValidate>
        <div className="flex items-center">
          <h2 id={`${id}-title`} className="grow text-lg font-semibold wrap-anywhere">
            {view ? t('viewChangeOf', { name: view.name }) : t('viewNewTitle')}
          </h2>
          <IconButton icon={X} label={t('close')} onClick={leave} />
        </div>
        <label className="label mt-3" htmlFor={`${id}-name`}>
          {t('viewName')}
        </label>
        <div className="field">
          <input
            autoFocus
            id={`${id}-name`}
            autoComplete="off"
            maxLength={50}
            value={name}
            aria-invalid={tried && noName}
            aria-describedby={tried && noName ? `${id}-no-name` : undefined}
            onChange={({ target }) => setName(target.value)}
          />
        </div>
        {tried && noName && (
          <p className="help text-late" role="alert" id={`${id}-no-name`}>
            {t('viewNameMissing')}
          </p>
        )}
        <FilterFields inboxId={inboxId} filter={filter} onChange={setFilter} />
        {tried && noState && (
          <p className="help text-late" role="alert">
            {t('viewStateMissing')}
          </p>
        )}
        <fieldset className="mt-3" aria-describedby={colleagues ? `${id}-theirs` : undefined}>
          <legend className="label">{t('viewForWhom')}</legend>
          {([false, true] as const).map((everybody) => (
            <label key={String(everybody)} className="pick">
              <input
                type="radio"
                name={`${id}-shared`}
                checked={shared === everybody}
                disabled={colleagues && !everybody}
                onChange={() => setShared(everybody)}
              />
              <span className="min-w-0 wrap-anywhere">{everybody ? t('viewShared', { inbox: row?.name ?? '' }) : t('viewPrivate')}</span>
            </label>
          ))}
          {colleagues && (
            <p className="help" id={`${id}-theirs`}>
              {t('viewTheirs')}
            </p>
          )}
        </fieldset>
        <div className="mt-4 flex flex-wrap gap-2">
          <button type="submit" className="btn fill lg">
            {t(view ? 'chnSave' : 'viewMake')}
          </button>
          <button type="button" className="btn lg" onClick={leave}>
            {t('chnCancel')}
          </button>
          {view && (
            <button type="button" className="btn danger lg ml-auto" onClick={() => void remove(view)}>
              {t('viewRemove')}
            </button>
          )}
        </div>
      </form>
    </dialog>
  );
}
