import type { FormEvent } from 'react';
import { useText } from '../../../utils/i18n/use-text';
import { TextField } from '../channel/text-field';
import type { NameDraft } from '../use-name-draft';

interface Props {
  label: string;
  name: string;
  draft: NameDraft;
  /** Nobody changes it here and now. */
  readOnly?: boolean;
  /** It came by a press: the cursor goes into it. */
  focus?: boolean;
  /** Answers whether it was taken. */
  onSave(name: string): Promise<boolean>;
  /** Where it can be left as it was; else the buttons go when nothing is changed. */
  onCancel?: () => void;
}

/** A name and what it shall be instead. */
export function RenameForm({ label, name, draft, readOnly = false, focus = false, onSave, onCancel }: Props) {
  const { t } = useText();
  const { changed } = draft;
  const wanted = draft.typed ?? name;
  const problem = wanted.trim() === '' ? t('nameMissing') : undefined;
  const leave = () => {
    draft.drop();
    onCancel?.();
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (problem) return;
    if (!changed) leave();
    else if (await onSave(wanted.trim())) draft.drop();
  };
  return (
    <form className="max-w-100 grow" onSubmit={(event) => void save(event)} noValidate>
      <TextField label={label} value={wanted} onChange={draft.set} readOnly={readOnly} maxLength={200} problem={problem} autoFocus={focus} />
      {(changed || onCancel) && (
        <div className="mt-2 flex flex-wrap gap-2">
          <button type="submit" className="btn fill" aria-disabled={problem !== undefined}>
            {t('chnSave')}
          </button>
          <button type="button" className="btn" onClick={leave}>
            {t(onCancel ? 'chnCancel' : 'chnUndoChanges')}
          </button>
        </div>
      )}
    </form>
  );
}
