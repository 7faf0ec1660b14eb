import { type FormEvent, useState } from 'react';
import type { Inbox } from '../../../domain/model/inbox';
import type { Stage } from '../../../domain/model/stage';
import type { ArgsOf } from '../../../domain/mutations';
import { stagesOf } from '../../../domain/ticket/stages';
import { useText } from '../../../utils/i18n/use-text';
import { newId } from '../../../utils/store/new-id';
import { usePerform } from '../../actions/use-perform';
import { useMaySetUp } from '../../panel/use-may-set-up';
import { useWorkspace } from '../../panel/workspace-context';
import { Choice } from '../../ui/choice';
import { TextField } from '../channel/text-field';
import { NotYours } from '../not-yours';
import { SectionHeading } from '../section-heading';
import { useKeptDraft } from '../use-kept-draft';
import { StageLine } from './stage-line';

export type StageChange = ArgsOf<'changeStages'>['change'];

/** The stages the tickets of an inbox go through (TKT-8): set up with account access, to be seen by everybody in it. */
export function InboxStages({ inbox }: { inbox: Inbox }) {
  const { t } = useText();
  const { may } = useMaySetUp();
  const perform = usePerform();
  const stages = stagesOf(inbox);
  const change = (what: StageChange, done?: string) => perform('changeStages', { inboxId: inbox.id, change: what }, done);
  return (
    <>
      <SectionHeading title={t('tktStagesOf', { inbox: inbox.name })}>{t('tktStagesLead')}</SectionHeading>
      <div className="settings-body">
        {!may && <NotYours />}
        <ol className="settings-lines">
          {stages.map((stage) => (
            <StageLine key={stage.id} stage={stage} stages={stages} inbox={inbox} may={may} onChange={change} />
          ))}
        </ol>
        {may && (
          <NewStage inbox={inbox} onAdd={(name, state) => change({ do: 'add', stageId: newId(), name, state }, t('tktStageAdded', { name }))} />
        )}
      </div>
    </>
  );
}

interface NewStageFields {
  name: string;
  state: Stage['state'];
}

function NewStage({ inbox, onAdd }: { inbox: Inbox; onAdd(name: string, state: Stage['state']): Promise<unknown> }) {
  const { t } = useText();
  const { connection } = useWorkspace();
  const [draft, keep] = useKeptDraft<NewStageFields>(`stage/${connection.id}/${inbox.id}/new`, (typed) => (typed.name ?? '').trim() !== '');
  const { name = '', state = 'open' } = draft;
  const [tried, setTried] = useState(false);
  const missing = name.trim() === '';
  const add = async (event: FormEvent) => {
    event.preventDefault();
    setTried(missing);
    if (missing) return;
    if (await onAdd(name.trim(), state)) keep({ state });
  };
  return (
    <form className="mt-6 max-w-100" onSubmit={(event) => void add(event)} noValidate>
      <h2 className="mb-2">{t('tktStageNewOne')}</h2>
      <TextField
        label={t('tktStageName')}
        value={name}
        onChange={(to) => keep({ ...draft, name: to })}
        maxLength={100}
        problem={tried && missing ? t('tktStageNameMissing') : undefined}
      />
      <Choice<Stage['state']>
        legend={t('tktStageState')}
        value={state}
        options={[
          ['open', t('tktStateOpen')],
          ['closed', t('tktStateClosed')],
        ]}
        onChoose={(to) => keep({ ...draft, state: to })}
      />
      <button type="submit" className="btn line mt-3">
        {t('tktStageAdd')}
      </button>
    </form>
  );
}
