import type { Id } from '../../../domain/model/ids';
import type { Routing } from '../../../domain/model/routing';
import { mutate } from '../../../utils/store/mutate';
import { newId } from '../../../utils/store/new-id';
import { usePerform } from '../../actions/use-perform';
import { useNudge } from '../../panel/use-nudge';
import { useWorkspace } from '../../panel/workspace-context';
import { askHub } from './ask-hub';
import type { NewRule } from './new-rules';
import { type MadeHosted, useHostedChannel } from './use-hosted-channel';

/** An inbox that is yet to be: who is in it by name and by team, to whom its first channel gives new conversations (`null`: to nobody), whose mail is filtered. */
export interface NewInbox {
  name: string;
  agentIds: readonly Id[];
  teamIds: readonly Id[];
  routing: Routing | null;
  rules: readonly NewRule[];
}

/** Makes an inbox with its members, and its address (INB-2, INB-3). The hub is asked first: without it there is no address, and then no inbox either. */
export function useNewInbox(): (inbox: NewInbox) => Promise<MadeHosted> {
  const { db, connection, agents, me } = useWorkspace();
  const hosted = useHostedChannel();
  const nudge = useNudge();
  const perform = usePerform();
  const workspaceId = agents.get(me)?.space.replace('workspace:', '') ?? '';
  return async ({ name, agentIds, teamIds, routing, rules }) => {
    const domain = await askHub({ type: 'hosted-domain', connectionId: connection.id });
    if ('failed' in domain) return domain;
    const inboxId = newId();
    const { refused } = await mutate(db, 'createInbox', {
      inboxId,
      workspaceId,
      name,
      roleAddressRule: 'first-contact-only',
      extraRoleAddresses: [],
      answerWithinMinutes: null,
      members: agentIds.map((agentId) => ({ memberId: newId(), agentId })),
    });
    if (refused) return { failed: refused.refused === 'disk-full' ? 'disk-full' : 'refused' };
    // More ids than there can be agents: who is in a team may have grown on the hub meanwhile.
    for (const teamId of teamIds) await perform('addTeam', { inboxId, teamId, memberIds: Array.from({ length: agents.size * 2 }, newId) });
    nudge();
    const made = await hosted({ id: inboxId, name });
    if ('failed' in made) return made;
    if (routing) await perform('setRouting', { channelId: made.channelId, routing });
    for (const rule of rules) await perform('setSenderRule', { ruleId: newId(), workspaceId, ...rule });
    return made;
  };
}
