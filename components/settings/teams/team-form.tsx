import { type FormEvent, useState } from 'react';
import type { Id } from '../../../domain/model/ids';
import type { Team } from '../../../domain/model/team';
import { useText } from '../../../utils/i18n/use-text';
import { useWorkspace } from '../../panel/workspace-context';
import { TextField } from '../channel/text-field';
import { Leaving } from './leaving';
import type { TeamDraft } from './use-team-draft';

interface Props {
  /** The team as it is; none: a new one. */
  team?: Team;
  teams: readonly Team[];
  draft: TeamDraft;
  /** It came by a press: the cursor goes into the name. */
  focus: boolean;
  /** Only its name: who is in it is for others to say. */
  nameOnly?: boolean;
  onSave(name: string, agentIds: Id[]): Promise<unknown>;
  onCancel(): void;
}

/** Name and agents of a team; says before saving who leaves an inbox by it. */
export function TeamForm({ team, teams, draft, focus, nameOnly = false, onSave, onCancel }: Props) {
  const { t, locale } = useText();
  const { agents } = useWorkspace();
  const { name, set } = draft;
  const chosen = new Set(draft.agentIds);
  const [tried, setTried] = useState(false);
  const people = [...agents.values()].filter((agent) => agent.active || chosen.has(agent.id)).sort((a, b) => a.name.localeCompare(b.name, locale));
  const missing = name.trim() === '';
  const save = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!missing) void onSave(name.trim(), [...chosen]);
  };
  const toggle = (id: Id, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    set({ agentIds: [...next] });
  };
  return (
    <form className="mt-2 mb-4 max-w-100 basis-full" onSubmit={save} noValidate>
      <TextField
        label={t('teamName')}
        value={name}
        onChange={(to) => set({ name: to })}
        maxLength={200}
        autoFocus={focus}
        problem={tried && missing ? t('teamNameMissing') : undefined}
      />
      {nameOnly ? (
        <p className="help">{t('teamElsewhere')}</p>
      ) : (
        <fieldset className="mt-3">
          <legend className="label">{t('teamAgents')}</legend>
          {people.map(({ id, name: label, active }) => (
            <label key={id} className="pick">
              <input type="checkbox" checked={chosen.has(id)} onChange={({ target }) => toggle(id, target.checked)} />
              <span className="min-w-0 wrap-anywhere">
                {label}
                {!active && <span className="block text-xs text-ink-3">{t('settingsAgentGone')}</span>}
              </span>
            </label>
          ))}
        </fieldset>
      )}
      {team && (
        <p className="text-wait" role="status">
          <Leaving teams={teams.map((each) => (each.id === team.id ? { ...each, agentIds: [...chosen] } : each))} />
        </p>
      )}
      <div className="mt-3 flex gap-2">
        <button type="submit" className="btn fill">
          {team ? t('chnSave') : t('teamCreate')}
        </button>
        <button type="button" className="btn" onClick={onCancel}>
          {t('chnCancel')}
        </button>
      </div>
    </form>
  );
}
