import { type FormEvent, useState } from 'react';
import { useText } from '../../../utils/i18n/use-text';
import { TextField } from '../channel/text-field';

interface Props {
  label: string;
  name: string;
  /** Nobody changes it here and now. */
  readOnly?: boolean;
  /** Answers whether it was taken. */
  onSave(name: string): Promise<boolean>;
  /** Where it can be left as it was; else the buttons go when nothing is changed. */
  onCancel?: () => void;
}

/** A name and what it shall be instead. */
export function RenameForm({ label, name, readOnly = false, onSave, onCancel }: Props) {
  const { t } = useText();
  const [typed, setTyped] = useState<string>();
  const wanted = typed ?? name;
  const changed = wanted.trim() !== name;
  const problem = wanted.trim() === '' ? t('nameMissing') : undefined;
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (problem) return;
    if (!changed) return onCancel?.();
    if (await onSave(wanted.trim())) setTyped(undefined);
  };
  const leave = () => {
    setTyped(undefined);
    onCancel?.();
  };
  return (
    <form className="max-w-100 grow" onSubmit={(event) => void save(event)} noValidate>
      <TextField
        label={label}
        value={wanted}
        onChange={setTyped}
        readOnly={readOnly}
        maxLength={200}
        problem={problem}
        autoFocus={onCancel !== undefined}
      />
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
