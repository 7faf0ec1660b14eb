import { type FormEvent, useState } from 'react';
import type { Refusal } from '../../../domain/core/refusal';
import { sameJson } from '../../../domain/core/same-json';
import type { Id } from '../../../domain/model/ids';
import type { NotificationWay } from '../../../domain/model/notification-settings';
import type { Routing } from '../../../domain/model/routing';
import { useText } from '../../../utils/i18n/use-text';
import type { SetUpProblem } from '../../../utils/messaging/contract';
import { refusalWords } from '../../actions/refusal-words';
import { useWorkspace } from '../../panel/workspace-context';
import { useSay } from '../../ui/live-region';
import { sameNamed } from '../inbox/same-named';
import { useNoticeMail } from '../notifications/use-notice-mail';
import { useOwnNotifications } from '../notifications/use-own-notifications';
import { WayField } from '../notifications/way-field';
import { RoutingFields } from '../routing/routing-fields';
import { usualRouting } from '../routing/usual-routing';
import { SectionHeading } from '../section-heading';
import { useTeams } from '../teams/use-teams';
import { useKeptDraft } from '../use-kept-draft';
import './channel.css';
import { useMaySetUp } from '../../panel/use-may-set-up';
import { FailedWords } from './failed-words';
import { FilterFields } from './filter-fields';
import { newRules } from './new-rules';
import { SwitchLine } from './switch-line';
import { TextField } from './text-field';
import { useNewInbox } from './use-new-inbox';

/**
 * A new inbox: its name, the agents and teams in it, to whom new conversations go, what one is told of them, whose mail is filtered, and an address
 * of the hub's at once (INB-2, INB-3); then one may connect its own mail (CHN-1).
 */
export function NewInboxPage() {
  const { t } = useText();
  const { may, who } = useMaySetUp();
  return (
    <>
      <SectionHeading title={t('chnNewInbox')}>{may && t('chnNewInboxLead')}</SectionHeading>
      {may ? (
        <NewInboxForm />
      ) : (
        <p className="settings-body">
          <span className="notice wait">{t('chnNewInboxNotYours', { names: who })}</span>
        </p>
      )}
    </>
  );
}

interface Fields {
  name: string;
  chosen: readonly Id[];
  chosenTeams: readonly Id[];
  routing: Routing | null;
  senders: { allow: string; deny: string };
  /** How one is told of its new conversations; `null`: as of all others. */
  way: NotificationWay | null;
}

function NewInboxForm() {
  const text = useText();
  const { t, locale } = text;
  const { agents, me, connection, inboxes } = useWorkspace();
  const say = useSay();
  const make = useNewInbox();
  const blank: Fields = { name: '', chosen: [me], chosenTeams: [], routing: null, senders: { allow: '', deny: '' }, way: null };
  const differs = (typed: Partial<Fields>) => !sameJson({ ...blank, ...typed }, blank);
  const [draft, keep] = useKeptDraft<Fields>(`new-inbox/${connection.id}`, differs);
  const { name, chosen, chosenTeams, routing, senders, way } = { ...blank, ...draft };
  const set = (typed: Partial<Fields>) => keep({ ...draft, ...typed });
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<SetUpProblem>();
  const [refused, setRefused] = useState<Refusal>();
  const { kept, change } = useOwnNotifications();
  const { mail } = useNoticeMail(true);
  const teams = useTeams() ?? [];
  const inIt = teams.filter(({ id }) => chosenTeams.includes(id));
  const members = new Set([...chosen, ...inIt.flatMap(({ agentIds }) => agentIds)]);
  const people = [...agents.values()].filter(({ active }) => active).sort((a, b) => a.name.localeCompare(b.name, locale));
  const list = (names: readonly string[]) => new Intl.ListFormat(locale).format([...names].sort((a, b) => a.localeCompare(b, locale)));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const rules = newRules(senders);
    if (busy || name.trim() === '' || !rules) return;
    setBusy(true);
    // Who was named and then left out of the inbox again is not given anything.
    const agentIds = routing?.agentIds.filter((id) => members.has(id)) ?? [];
    const teamIds = routing?.teamIds.filter((id) => chosenTeams.includes(id)) ?? [];
    const made = await make({
      name: name.trim(),
      // What was ticked may have been kept for long: who and which team is gone by now is not let in.
      agentIds: chosen.filter((id) => agents.get(id)?.active),
      teamIds: inIt.map(({ id }) => id),
      routing: routing && { ...routing, agentIds, teamIds },
      rules,
    });
    setBusy(false);
    setFailed('failed' in made ? made.failed : undefined);
    setRefused('refused' in made ? made.refused : undefined);
    if (!('inboxId' in made)) return undefined;
    keep(undefined);
    if (way) change((from) => ({ ways: { ...from.ways, conversation: way } }));
    say(t('chnInboxCreated', { inbox: name.trim() }));
    return location.assign(`#/connect-channel/${made.inboxId}/new`);
  };
  const startAgain = () => {
    keep(undefined);
    setTried(false);
    setFailed(undefined);
    setRefused(undefined);
  };
  return (
    <form className="settings-body" onSubmit={(event) => void submit(event)} noValidate>
      <TextField
        label={t('chnInboxName')}
        value={name}
        onChange={(to) => set({ name: to })}
        help={!busy && sameNamed(inboxes, name) ? t('settingsInboxSameName', { name: name.trim() }) : undefined}
        problem={tried && name.trim() === '' ? t('chnInboxNameMissing') : undefined}
        maxLength={200}
      />
      <fieldset className="mt-4">
        <legend className="label">{t('chnInboxMembers')}</legend>
        {teams.map(({ id, name: team, agentIds }) => (
          <label key={id} className="pick">
            <input
              type="checkbox"
              checked={chosenTeams.includes(id)}
              onChange={({ target }) => set({ chosenTeams: target.checked ? [...chosenTeams, id] : chosenTeams.filter((one) => one !== id) })}
            />
            <span className="min-w-0 wrap-anywhere">
              {team}
              <span className="block text-xs text-ink-3">
                {list(agentIds.flatMap((agentId) => agents.get(agentId)?.name ?? [])) || t('teamNobody')}
              </span>
            </span>
          </label>
        ))}
        {people.map(({ id, name: person }) => (
          <label key={id} className="pick">
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              aria-disabled={id === me}
              onChange={(event) => id !== me && set({ chosen: event.target.checked ? [...chosen, id] : chosen.filter((one) => one !== id) })}
            />
            <span className="wrap-anywhere">{id === me ? t('nameAndYou', { name: person }) : person}</span>
          </label>
        ))}
        <p className="help">{t('chnInboxMembersHelp')}</p>
      </fieldset>
      <div className="mt-4">
        <SwitchLine
          label={t('routeOn')}
          help={t('routeOnHelp')}
          on={routing !== null}
          may
          onSwitch={(on) => set({ routing: on ? { ...usualRouting, agentIds: [...chosen], teamIds: [...chosenTeams] } : null })}
        />
        {routing && (
          <RoutingFields
            place={`new-inbox/${connection.id}`}
            routing={routing}
            agents={people.filter(({ id }) => members.has(id))}
            teams={inIt}
            onChange={(change) => set({ routing: { ...routing, ...change } })}
          />
        )}
      </div>
      <fieldset className="mt-6">
        <legend className="label">{t('notifyWhen')}</legend>
        {kept && (
          <WayField
            label={t('notifyEventConversation')}
            way={way ?? kept.ways.conversation}
            mails={mail === 'goes'}
            onChange={(to) => set({ way: to })}
          />
        )}
        <p className="help">{t('chnInboxNoticesHelp')}</p>
      </fieldset>
      <FilterFields senders={senders} onChange={(to) => set({ senders: to })} tried={tried} />
      {failed && <FailedWords failed={failed} />}
      {refused && (
        <p className="notice late mt-3" role="alert">
          {refusalWords(text, refused)}
        </p>
      )}
      <div className="mt-4 flex flex-wrap items-center gap-2">
        <button type="submit" className="btn fill lg" aria-disabled={busy}>
          {t(busy ? 'chnInboxCreating' : 'chnInboxCreate')}
        </button>
        {!busy && differs(draft) && (
          <button type="button" className="btn lg" onClick={startAgain}>
            {t('chnUndoChanges')}
          </button>
        )}
      </div>
    </form>
  );
}
