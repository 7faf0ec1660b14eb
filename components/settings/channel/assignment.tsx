import { useEffect, useRef, useState } from 'react';
import type { Channel } from '../../../domain/model/channel';
import type { Routing } from '../../../domain/model/routing';
import { whoMayGet } from '../../../domain/routing/who-may-get';
import { useText } from '../../../utils/i18n/use-text';
import { usePerform } from '../../actions/use-perform';
import { useWorkspace } from '../../panel/workspace-context';
import { useNow } from '../../ui/use-now';
import { ownChanges } from '../own-changes';
import { RoutingFields } from '../routing/routing-fields';
import { routingWords } from '../routing/routing-words';
import { usualRouting } from '../routing/usual-routing';
import { useTeams } from '../teams/use-teams';
import { SwitchLine } from './switch-line';

/** To whom new conversations of this channel go by themselves (CHN-7, RTE-1). It holds at once; who may not change it reads it in words. */
export function Assignment({ channel, may }: { channel: Channel; may: boolean }) {
  const text = useText();
  const { t } = text;
  const { connection, agents, members } = useWorkspace();
  const at = useNow();
  const teams = (useTeams() ?? []).filter(({ inboxIds }) => inboxIds.includes(channel.inboxId));
  const inside = members.flatMap(({ inboxId, agentId }) => (inboxId === channel.inboxId ? (agents.get(agentId) ?? []) : []));
  const [routing, set] = useRouting(channel);
  // What it was before it was switched off, for who changes their mind.
  const [before, setBefore] = useState<Routing>();
  const toggle = (on: boolean) => {
    setBefore(routing);
    set(on ? (before ?? usualRouting) : undefined);
  };
  const people = routing && whoMayGet(routing, { teams, agents: inside, members: inside.map(({ id }) => ({ agentId: id })) });
  return (
    <section className="border-b border-line pb-4">
      <SwitchLine label={t('routeOn')} help={t('routeOnHelp')} on={routing !== undefined} may={may} onSwitch={toggle} />
      {routing && may && (
        <RoutingFields
          place={`routing/${connection.id}/${channel.id}`}
          routing={routing}
          agents={inside}
          teams={teams}
          last={channel.lastInTurn}
          onChange={(change) => set({ ...routing, ...change })}
        />
      )}
      {people && !may && <p className="text-ink-2">{routingWords(text, routing, people, { last: channel.lastInTurn, at }).join(' ')}</p>}
    </section>
  );
}

/** A channel's rule and what changes it: shown at once, and as it is kept when every change has been. */
function useRouting({ id: channelId, routing: kept }: Channel): [Routing | undefined, (to: Routing | undefined) => void] {
  const perform = usePerform();
  const [shown, setShown] = useState(kept);
  const waiting = useRef(0);
  const [own] = useState(ownChanges);
  const { isPassed } = own;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was told is looked at once, when it is told
  useEffect(() => {
    if (waiting.current === 0 && !isPassed(kept ?? null)) setShown(kept);
  }, [kept]);
  const set = async (to: Routing | undefined) => {
    if (waiting.current === 0) own.note(shown ?? null);
    own.note(to ?? null);
    setShown(to);
    waiting.current += 1;
    const done = await perform('setRouting', { channelId, routing: to ?? null });
    waiting.current -= 1;
    if (!done) setShown(kept);
  };
  return [shown, (to) => void set(to)];
}
