import { type FormEvent, useId } from 'react';
import { sameJson } from '../../../domain/core/same-json';
import type { Inbox } from '../../../domain/model/inbox';
import { useText } from '../../../utils/i18n/use-text';
import { usePerform } from '../../actions/use-perform';
import { useMaySetUp } from '../../panel/use-may-set-up';
import { useWorkspace } from '../../panel/workspace-context';
import { TextField } from '../channel/text-field';
import { NotYours } from '../not-yours';
import { SectionHeading } from '../section-heading';
import { useKeptDraft } from '../use-kept-draft';
import { sameNamed } from './same-named';

const minute = 60_000;
const goals = [30, 60, 120, 240, 480, 1440, 2880];

/** Local parts, as people write them down: with commas, blanks or a whole address. */
const localParts = (typed: string) => [
  ...new Set(
    typed
      .split(/[\s,;]+/)
      .map((part) => (part.split('@')[0] ?? '').toLowerCase())
      .filter((part) => part !== ''),
  ),
];

type Fields = Pick<Inbox, 'name' | 'roleAddressRule' | 'answerWithinMinutes'> & { extra: string };

const fieldsOf = ({ name, roleAddressRule, answerWithinMinutes, extraRoleAddresses }: Inbox): Fields => ({
  name,
  roleAddressRule,
  answerWithinMinutes,
  extra: extraRoleAddresses.join(', '),
});

/** Whether what was typed means something else than what is stored. */
function differs(inbox: Inbox, typed: Partial<Fields>) {
  const read = (fields: Fields) => ({ ...fields, extra: localParts(fields.extra) });
  const stored = fieldsOf(inbox);
  return !sameJson(read(stored), read({ ...stored, ...typed }));
}

/** Name, goal and role addresses of an inbox (INB-2, VIEW-9); with account access they change on Save. */
export function InboxGeneral({ inbox }: { inbox: Inbox }) {
  const { t, waiting } = useText();
  const perform = usePerform();
  const { may } = useMaySetUp();
  const { connection, inboxes } = useWorkspace();
  const id = useId();
  const [typed, keep] = useKeptDraft<Fields>(`inbox/${connection.id}/${inbox.id}`, (draft) => may && differs(inbox, draft));
  const { name, roleAddressRule, answerWithinMinutes, extra } = { ...fieldsOf(inbox), ...typed };
  const extraRoleAddresses = localParts(extra);
  const changed = differs(inbox, typed);
  const [tooLong, tooMany] = [extraRoleAddresses.find((part) => part.length > 64), extraRoleAddresses.length > 200];
  const extraProblem = tooLong ? t('settingsRoleTooLong', { part: tooLong }) : tooMany ? t('settingsRoleTooMany') : undefined;
  const nameProblem = name.trim() === '' ? t('settingsInboxNeedsName') : undefined;

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!may || !changed || nameProblem || extraProblem) return;
    const args = { inboxId: inbox.id, name: name.trim(), roleAddressRule, extraRoleAddresses, answerWithinMinutes };
    if (await perform('updateInbox', args, t('settingsInboxSaved'))) keep(undefined);
  };
  const choices = [...new Set([...goals, ...(answerWithinMinutes === null ? [] : [answerWithinMinutes])])].sort((a, b) => a - b);
  return (
    <>
      <SectionHeading title={inbox.name}>{t('settingsInboxLead')}</SectionHeading>
      <form className="settings-body" onSubmit={(event) => void save(event)} noValidate>
        {!may && <NotYours />}
        <div className="max-w-100">
          <TextField
            label={t('settingsInboxName')}
            value={name}
            onChange={(to) => keep({ ...typed, name: to })}
            readOnly={!may}
            maxLength={200}
            help={may && sameNamed(inboxes, name, inbox.id) ? t('settingsInboxSameName', { name: name.trim() }) : undefined}
            problem={nameProblem}
          />
          <label className="label mt-4" htmlFor={`${id}-goal`}>
            {t('settingsGoal')}
          </label>
          <div className={may ? 'field' : 'field quiet'}>
            <select
              id={`${id}-goal`}
              value={answerWithinMinutes ?? ''}
              disabled={!may}
              aria-describedby={`${id}-goal-help`}
              onChange={(event) => keep({ ...typed, answerWithinMinutes: event.target.value === '' ? null : Number(event.target.value) })}
            >
              <option value="">{t('settingsGoalNone')}</option>
              {choices.map((minutes) => (
                <option key={minutes} value={minutes}>
                  {waiting(minutes * minute)}
                </option>
              ))}
            </select>
          </div>
          <p className="help" id={`${id}-goal-help`}>
            {t('settingsGoalHelp')}
          </p>
        </div>
        <fieldset className="mt-6" disabled={!may}>
          <legend className="label">{t('settingsRole')}</legend>
          {(
            [
              ['first-contact-only', t('settingsRoleFirst')],
              ['always', t('settingsRoleAlways')],
              ['off', t('settingsRoleOff')],
            ] as const
          ).map(([rule, label]) => (
            <label key={rule} className="pick">
              <input type="radio" name={`${id}-role`} checked={rule === roleAddressRule} onChange={() => keep({ ...typed, roleAddressRule: rule })} />
              {label}
            </label>
          ))}
        </fieldset>
        {roleAddressRule !== 'off' && (
          <TextField
            className="mt-3 max-w-100"
            label={t('settingsRoleExtra')}
            value={extra}
            onChange={(to) => keep({ ...typed, extra: to })}
            readOnly={!may}
            help={t('settingsRoleExtraHelp')}
            problem={extraProblem}
          />
        )}
        <p className="mt-4">
          <a href="#/senders">{t('sndLink')}</a>
        </p>
        <p className="mt-1">
          <a href="#/notifications">{t('notifyLink')}</a>
        </p>
        {may && (
          <div className="mt-6 flex flex-wrap items-center gap-2">
            <button type="submit" className="btn fill" aria-disabled={!changed || nameProblem !== undefined || extraProblem !== undefined}>
              {t('chnSave')}
            </button>
            {changed && (
              <button type="button" className="btn" onClick={() => keep(undefined)}>
                {t('chnUndoChanges')}
              </button>
            )}
            {!changed && <span className="text-xs text-ink-3">{t('settingsNothingChanged')}</span>}
          </div>
        )}
      </form>
    </>
  );
}
