import type { Refusal } from '../../../domain/core/refusal';
import type { Id } from '../../../domain/model/ids';
import type { Routing } from '../../../domain/model/routing';
import type { SetUpProblem } from '../../../utils/messaging/contract';
import { mutateAll, type NamedAct } from '../../../utils/store/mutate-all';
import { newId } from '../../../utils/store/new-id';
import { useNudge } from '../../panel/use-nudge';
import { useHubConnection, useWorkspace } from '../../panel/workspace-context';
import { askHub } from './ask-hub';
import { hostedChannel } from './hosted-channel';
import type { NewRule } from './new-rules';

/** An inbox that is yet to be: who is in it by name and by team, to whom its first channel gives new conversations (`null`: to nobody), whose mail is filtered. */
export interface NewInbox {
  name: string;
  agentIds: readonly Id[];
  teamIds: readonly Id[];
  routing: Routing | null;
  rules: readonly NewRule[];
}

type Made = { inboxId: Id } | { failed: SetUpProblem } | { refused: Refusal };

/**
 * Makes an inbox with its members, its address and its rules (INB-2, INB-3): all of it or, where a rule refuses a part, nothing, so that one may try
 * again. The hub is asked first: without it there is no address, and then no inbox either.
 */
export function useNewInbox(): (inbox: NewInbox) => Promise<Made> {
  const { db, agents, channels, me } = useWorkspace();
  const connection = useHubConnection();
  const nudge = useNudge();
  const workspaceId = agents.get(me)?.space.replace('workspace:', '') ?? '';
  return async ({ name, agentIds, teamIds, routing, rules }) => {
    const domain = await askHub({ type: 'hosted-domain', connectionId: connection.id });
    if ('failed' in domain) return domain;
    const inboxId = newId();
    const channel = hostedChannel(
      { id: inboxId, name },
      { domain: domain.answer, companyName: connection.hubName, channels, agents: agents.values() },
    );
    const members = agentIds.map((agentId) => ({ memberId: newId(), agentId }));
    // More ids than there can be agents: who is in a team may have grown on the hub meanwhile.
    const memberIds = () => Array.from({ length: agents.size * 2 }, newId);
    const refused = await mutateAll(db, [
      {
        name: 'createInbox',
        args: { inboxId, workspaceId, name, roleAddressRule: 'first-contact-only', extraRoleAddresses: [], answerWithinMinutes: null, members },
      },
      ...teamIds.map((teamId): NamedAct => ({ name: 'addTeam', args: { inboxId, teamId, memberIds: memberIds() } })),
      { name: 'createChannel', args: channel },
      ...(routing ? [{ name: 'setRouting', args: { channelId: channel.channelId, routing } } as const] : []),
      ...rules.map((rule): NamedAct => ({ name: 'setSenderRule', args: { ruleId: newId(), workspaceId, ...rule } })),
    ]);
    if (refused) return { refused };
    nudge();
    return { inboxId };
  };
}
