import { useLiveQuery } from 'dexie-react-hooks';
import { useId } from 'react';
import type { ChannelKind } from '../../domain/model/channel';
import type { ViewFilter, ViewOwner } from '../../domain/model/custom-view';
import type { Id } from '../../domain/model/ids';
import { liveTags, tagOf } from '../../domain/tag/tags-of';
import { useText } from '../../utils/i18n/use-text';
import { useWorkspace } from '../panel/workspace-context';
import { useTagging } from '../tags/use-tagging';
import { useOwners } from '../thread/use-owners';
import { PickMany } from './pick-many';

interface Props {
  inboxId: Id;
  filter: ViewFilter;
  onChange(filter: ViewFilter): void;
}

/** Kinds of channel that can be connected by now; each has a standard view of this name. */
const kinds: readonly (readonly [ChannelKind, 'email' | 'chat' | 'forms' | 'calls'])[] = [
  ['email', 'email'],
  ['chat', 'chat'],
  ['form', 'forms'],
  ['call', 'calls'],
];

/** What a custom view holds, one line for each thing that can be said of a conversation (VIEW-13). */
export function FilterFields({ inboxId, filter, onChange }: Props) {
  const { t, locale } = useText();
  const { db, channels, agents } = useWorkspace();
  const id = useId();
  const members = useOwners(inboxId);
  const workspace = useTagging();
  const teams = useLiveQuery(() => db.teams.toArray(), [db]) ?? [];
  const own = channels.filter((channel) => channel.inboxId === inboxId);
  const tags = liveTags(workspace).sort((a, b) => a.name.localeCompare(b.name, locale));
  const put = (change: { [Field in keyof ViewFilter]?: ViewFilter[Field] | undefined }) => {
    const next = Object.entries({ ...filter, ...change }).filter(([name, value]) => value !== undefined && (name === 'states' || !isEmpty(value)));
    onChange(Object.fromEntries(next) as ViewFilter);
  };
  // Who is no longer in the inbox is named as long as the view asks for them.
  const left = (filter.owners ?? []).filter((owner) => owner !== 'me' && owner !== 'nobody' && !members.some(({ agent }) => agent.id === owner));
  const owners: (readonly [ViewOwner, string])[] = [
    ['me', t('viewOwnerMe')],
    ['nobody', t('unassigned')],
    ...members.map(({ agent, label }) => [agent.id, label] as const),
    ...left.map((owner) => [owner, agents.get(owner)?.name ?? t('viewOwnerGone')] as const),
  ];
  return (
    <div className="mt-3">
      <fieldset>
        <legend className="label">{t('viewStates')}</legend>
        <div className="flex flex-wrap gap-x-4">
          {(['open', 'snoozed', 'closed'] as const).map((state) => (
            <label key={state} className="pick">
              <input
                type="checkbox"
                checked={filter.states.includes(state)}
                onChange={({ target }) => put({ states: target.checked ? [...filter.states, state] : filter.states.filter((one) => one !== state) })}
              />
              {t(`viewState_${state}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <PickMany
        label={t('viewOwner')}
        none={t('viewAny')}
        options={owners}
        chosen={filter.owners ?? []}
        onChoose={(chosen) => put({ owners: chosen })}
      />
      {teams.length > 0 && (
        <PickMany
          label={t('viewTeam')}
          none={t('viewAny')}
          options={teams.map((team) => [team.id, team.name] as const)}
          chosen={filter.teams ?? []}
          onChoose={(chosen) => put({ teams: chosen })}
        />
      )}
      <PickMany
        label={t('viewKind')}
        none={t('viewAny')}
        options={kinds.map(([kind, view]) => [kind, t(`view_${view}`)] as const)}
        chosen={filter.kinds ?? []}
        onChoose={(chosen) => put({ kinds: chosen })}
      />
      {own.length > 1 && (
        <PickMany
          label={t('viewChannel')}
          none={t('viewAny')}
          options={own.map((channel) => [channel.id, channel.address ?? channel.name] as const)}
          chosen={filter.channels ?? []}
          onChoose={(chosen) => put({ channels: chosen })}
        />
      )}
      {tags.length > 0 && (
        <PickMany
          label={t('tagTitle')}
          none={t('viewAny')}
          options={tags.map((tag) => [tag.id, tag.name] as const)}
          chosen={[...new Set((filter.tags ?? []).map((tagId) => tagOf(workspace, tagId)?.id ?? tagId))]}
          onChoose={(chosen) => put({ tags: chosen })}
        />
      )}
      <label className="label mt-3" htmlFor={`${id}-ticket`}>
        {t('viewTicket')}
      </label>
      <div className="field">
        <select
          id={`${id}-ticket`}
          value={filter.ticket ?? ''}
          onChange={({ target }) => put({ ticket: target.value === '' ? undefined : (target.value as 'with' | 'without') })}
        >
          <option value="">{t('viewTicketAny')}</option>
          <option value="with">{t('viewTicketWith')}</option>
          <option value="without">{t('viewTicketWithout')}</option>
        </select>
      </div>
      <label className="label mt-3" htmlFor={`${id}-words`}>
        {t('viewWords')}
      </label>
      <div className="field">
        <input
          id={`${id}-words`}
          autoComplete="off"
          maxLength={200}
          value={filter.words ?? ''}
          onChange={({ target }) => put({ words: target.value })}
        />
      </div>
      <div className="mt-3">
        <label className="pick">
          <input type="checkbox" checked={filter.waiting === true} onChange={({ target }) => put({ waiting: target.checked || undefined })} />
          {t('viewWaiting')}
        </label>
        <label className="pick">
          <input type="checkbox" checked={filter.followed === true} onChange={({ target }) => put({ followed: target.checked || undefined })} />
          {t('viewFollowed')}
        </label>
      </div>
    </div>
  );
}

const isEmpty = (value: unknown) => value === '' || (Array.isArray(value) && value.length === 0);
