import { type FormEvent, useState } from 'react';
import type { Id } from '../../../domain/model/ids';
import type { Tag } from '../../../domain/model/tag';
import { useText } from '../../../utils/i18n/use-text';
import { usePerform } from '../../actions/use-perform';
import { useFocusBack } from '../../ui/use-focus-back';
import { useNameDraft } from '../use-name-draft';

interface Props {
  tag: Tag;
  others: readonly Tag[];
  workspaceId: Id;
  may: boolean;
}

/** One tag: another name, or into another tag, which has its conversations from then on. */
export function TagLine({ tag, others, workspaceId, may }: Props) {
  const { t } = useText();
  const perform = usePerform();
  const draft = useNameDraft(`tag/${tag.id}`, tag.name);
  const name = draft.typed ?? tag.name;
  const [doing, setDoing] = useState<'rename' | 'rename-kept' | 'merge' | undefined>(draft.changed ? 'rename-kept' : undefined);
  const [into, setInto] = useState('');
  const first = useFocusBack(doing !== undefined);
  const done = () => {
    draft.drop();
    setDoing(undefined);
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const target = others.find(({ id }) => id === into);
    if (doing !== 'merge') {
      if (
        draft.changed &&
        name.trim() !== '' &&
        !(await perform('changeTags', { workspaceId, change: { do: 'rename', tagId: tag.id, name: name.trim() } }))
      )
        return;
    } else if (target) {
      const said = t('settingsTagMerged', { name: tag.name, into: target.name });
      if (!(await perform('changeTags', { workspaceId, change: { do: 'merge', tagId: tag.id, into: target.id } }, said))) return;
    }
    done();
  };
  if (may && doing)
    return (
      <li className="settings-line">
        <form className="flex grow flex-wrap items-center gap-2" onSubmit={(event) => void save(event)}>
          {doing === 'merge' && <span className="basis-full wrap-anywhere text-ink-2">{t('settingsTagInto', { name: tag.name })}</span>}
          <span className="field h-8 min-w-0 grow">
            {doing !== 'merge' ? (
              <input
                // biome-ignore lint/a11y/noAutofocus: it was asked for by a press on Rename
                autoFocus={doing === 'rename'}
                aria-label={t('settingsTagName', { name: tag.name })}
                maxLength={50}
                value={name}
                onChange={({ target }) => draft.set(target.value)}
              />
            ) : (
              // biome-ignore lint/a11y/noAutofocus: it was asked for by a press
              <select autoFocus aria-label={t('settingsTagInto', { name: tag.name })} value={into} onChange={({ target }) => setInto(target.value)}>
                {others.map((other) => (
                  <option key={other.id} value={other.id}>
                    {other.name}
                  </option>
                ))}
              </select>
            )}
          </span>
          <button type="submit" className="btn line h-8">
            {t(doing === 'merge' ? 'settingsTagMergeNow' : 'chnSave')}
          </button>
          <button type="button" className="btn h-8" onClick={done}>
            {t('chnCancel')}
          </button>
        </form>
      </li>
    );
  return (
    <li className="settings-line">
      <span className="min-w-0 grow wrap-anywhere">{tag.name}</span>
      {may && (
        <span className="ml-auto flex items-center gap-2">
          <button
            ref={first}
            type="button"
            className="btn line xs"
            aria-label={t('settingsTagRenameOf', { name: tag.name })}
            onClick={() => setDoing('rename')}
          >
            {t('tktStageRename')}
          </button>
          {others.length > 0 && (
            <button
              type="button"
              className="btn line xs"
              aria-label={t('settingsTagInto', { name: tag.name })}
              onClick={() => {
                setInto(others[0]?.id ?? '');
                setDoing('merge');
              }}
            >
              {t('settingsTagMerge')}
            </button>
          )}
        </span>
      )}
    </li>
  );
}
