import { ArrowDown, ArrowUp } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { Inbox } from '../../../domain/model/inbox';
import type { Stage } from '../../../domain/model/stage';
import { useText } from '../../../utils/i18n/use-text';
import { stageName } from '../../ticket/stage-name';
import { stageTone } from '../../ticket/stage-tone';
import { IconButton } from '../../ui/icon-button';
import { useFocusBack } from '../../ui/use-focus-back';
import { useNameDraft } from '../use-name-draft';
import type { StageChange } from './inbox-stages';
import { RemoveStage } from './remove-stage';

interface Props {
  stage: Stage;
  /** All of the inbox's, in order. */
  stages: readonly Stage[];
  inbox: Inbox;
  may: boolean;
  onChange(change: StageChange, done?: string): Promise<unknown>;
}

/** A stage of an inbox: its name, whether a ticket in it is open, its place among the others. */
export function StageLine({ stage, stages, inbox, may, onChange }: Props) {
  const text = useText();
  const { t } = text;
  const said = stageName(stage, text);
  const draft = useNameDraft(`${inbox.id}/${stage.id}`, said);
  const name = draft.typed ?? said;
  const [doing, setDoing] = useState<'rename' | 'rename-kept' | 'remove' | undefined>(draft.changed ? 'rename-kept' : undefined);
  const rename = useFocusBack(doing !== undefined);
  const at = stages.indexOf(stage);
  const others = stages.filter(({ state, id }) => state === stage.state && id !== stage.id);
  const done = () => {
    draft.drop();
    setDoing(undefined);
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!draft.changed || name.trim() === '' || (await onChange({ do: 'rename', stageId: stage.id, name: name.trim() }))) done();
  };
  if (may && (doing === 'rename' || doing === 'rename-kept'))
    return (
      <li className="settings-line">
        <form className="flex grow flex-wrap gap-2" onSubmit={(event) => void save(event)}>
          <span className="field min-w-0 grow">
            <input
              // biome-ignore lint/a11y/noAutofocus: it was asked for by a press on Rename
              autoFocus={doing === 'rename'}
              aria-label={t('tktStageName')}
              maxLength={100}
              value={name}
              onChange={({ target }) => draft.set(target.value)}
            />
          </span>
          <button type="submit" className="btn line h-8">
            {t('chnSave')}
          </button>
          <button type="button" className="btn h-8" onClick={done}>
            {t('chnCancel')}
          </button>
        </form>
      </li>
    );
  return (
    <li className="settings-line">
      <span className="min-w-0 grow wrap-anywhere">
        <span className={`stage ${stageTone(stage)} whitespace-normal!`}>{said}</span>
        <span className="ml-2 text-xs text-ink-3">{t(stage.state === 'closed' ? 'tktStateClosed' : 'tktStateOpen')}</span>
      </span>
      {may && (
        <span className="ml-auto flex items-center gap-2">
          {at > 0 && (
            <IconButton
              icon={ArrowUp}
              label={t('tktStageUp', { stage: said })}
              onClick={() => void onChange({ do: 'move', stageId: stage.id, before: stages[at - 1]?.id ?? null })}
            />
          )}
          {at < stages.length - 1 ? (
            <IconButton
              icon={ArrowDown}
              label={t('tktStageDown', { stage: said })}
              onClick={() => void onChange({ do: 'move', stageId: stage.id, before: stages[at + 2]?.id ?? null })}
            />
          ) : (
            <span className="w-7" />
          )}
          <button
            ref={rename}
            type="button"
            className="btn line xs"
            aria-label={t('tktStageRenameOf', { stage: said })}
            onClick={() => setDoing('rename')}
          >
            {t('tktStageRename')}
          </button>
          <button
            type="button"
            className="btn line xs"
            aria-label={t('tktStageRemoveOf', { stage: said })}
            aria-disabled={others.length === 0}
            title={others.length === 0 ? t(stage.state === 'closed' ? 'tktStageLastClosed' : 'tktStageLastOpen') : undefined}
            onClick={() => others.length > 0 && setDoing('remove')}
          >
            {t('tktStageRemove')}
          </button>
        </span>
      )}
      {doing === 'remove' && (
        <RemoveStage
          stage={stage}
          others={others}
          inbox={inbox}
          onRemove={(into) => void onChange({ do: 'remove', stageId: stage.id, into }, t('tktStageRemoved', { stage: said })).finally(done)}
          onCancel={done}
        />
      )}
    </li>
  );
}
