import { createChannel } from '../../domain/channel/create-channel';
import type { Mutation } from '../../domain/core/define-mutation';
import { createInbox } from '../../domain/inbox/create-inbox';
import { putRecord } from '../../domain/record/put-record';
import { addAgent } from '../../domain/workspace/add-agent';
import { setUpWorkspace } from '../../domain/workspace/set-up-workspace';
import { type Act, actOf } from './act';
import type { Cast } from './cast';
import type { Person } from './person';
import type { Seeded } from './seeded';

/** The workspace with its agents, inboxes, channels, the firms it knows and what it hopes to sell them. */
export function setUpActs(seeded: Seeded, cast: Cast, people: readonly Person[], at: number): Act[] {
  const { workspaceId, space } = cast;
  const act = <Args>(mutation: Mutation<string, Args>, args: NoInfer<Args>): Act =>
    actOf(mutation, args, { at, uuid: seeded.id(at), by: { kind: 'system', workspaceId } });
  const firms = [...new Map(people.flatMap(({ firm }) => (firm ? [[firm.id, firm] as const] : []))).values()];
  const signatureHtml = '<p>{{agent.fullName}}<br>Havnegaard Møbler · Havnegade 12, 8700 Horsens</p>';
  return [
    act(setUpWorkspace, { workspaceId, name: 'Havnegaard' }),
    ...Object.values(cast.agents).map(({ id, name, email, superAdmin }) =>
      act(addAgent, { agentId: id, workspaceId, name, email, accountAccess: superAdmin, superAdmin }),
    ),
    ...Object.values(cast.inboxes).map(({ id, name, answerWithinMinutes, members }) =>
      act(createInbox, {
        inboxId: id,
        workspaceId,
        name,
        roleAddressRule: 'first-contact-only',
        extraRoleAddresses: [],
        answerWithinMinutes,
        members: members.map((member) => ({ memberId: seeded.id(at), agentId: member.id })),
      }),
    ),
    ...Object.values(cast.channels).map(({ id, ...channel }) =>
      act(createChannel, {
        channelId: id,
        ...channel,
        fromName: 'agent-and-company',
        companyName: 'Havnegaard',
        signatureHtml: channel.kind === 'email' ? signatureHtml : '',
        logForwardsTo: 'original-sender',
        reopenTicketOnAnswer: false,
      }),
    ),
    ...firms.map(({ id, name, domain }) => act(putRecord, { table: 'companies', row: { id, space, name, domain } })),
    ...people.map(({ contactId, name, email, phone, firm }) =>
      act(putRecord, {
        table: 'contacts',
        row: { id: contactId, space, name, emails: [email], phone, companyId: firm?.id ?? null, ownerId: null, createdAt: at },
      }),
    ),
    ...people
      .filter(({ firm }) => firm)
      .slice(0, 12)
      .map(({ contactId, firm }, i) =>
        act(putRecord, {
          table: 'deals',
          row: {
            id: seeded.id(at),
            space,
            name: `${firm?.name}, ${dealNames[i % dealNames.length]}`,
            contactId,
            companyId: firm?.id ?? null,
            amountMinor: seeded.between(8, 240) * 100_000,
            currency: 'DKK',
            stage: dealStages[i % dealStages.length] ?? '',
          },
        }),
      ),
    // The numbers go on from the system the firm used before.
    ...Object.values(cast.inboxes).map(({ id }) =>
      act(putRecord, {
        table: 'tickets',
        row: {
          id: seeded.id(at),
          space: `inbox:${id}`,
          inboxId: id,
          number: 4800,
          name: 'Flytning fra det gamle system',
          stage: 'closed',
          ownerId: cast.agents.mette.id,
          contactId: null,
          createdAt: at,
          trashedAt: null,
          status: 'closed',
          closedAt: at,
          closedBy: cast.agents.mette.id,
        },
      }),
    ),
  ];
}

const dealNames = ['mødelokaler', 'restaurant', '32 værelser', 'kantine'];
const dealStages = ['Quote sent', 'Negotiation', 'Won', 'New'];
