import type { Agent } from '../../../domain/model/agent';
import type { Channel } from '../../../domain/model/channel';
import type { Inbox } from '../../../domain/model/inbox';
import type { ArgsOf } from '../../../domain/mutations';
import { newId } from '../../../utils/store/new-id';
import { hostedAddressFor } from './hosted-address';

interface Where {
  /** Under which the hub makes addresses. */
  domain: string;
  companyName: string;
  channels: readonly Pick<Channel, 'address'>[];
  agents: Iterable<Pick<Agent, 'email' | 'aliases'>>;
}

/** The hub's own address for an inbox, as `createChannel` wants it: one that is nobody's yet, as far as one sees (INB-3, CHN-4). */
export function hostedChannel(inbox: Pick<Inbox, 'id' | 'name'>, { domain, companyName, channels, agents }: Where): ArgsOf<'createChannel'> {
  const taken = [...channels.flatMap(({ address }) => address ?? []), ...[...agents].flatMap(({ email, aliases }) => [email, ...(aliases ?? [])])];
  const address = hostedAddressFor(inbox.name, domain, taken);
  return {
    channelId: newId(),
    inboxId: inbox.id,
    kind: 'email',
    name: address,
    address,
    fromName: 'agent-and-company',
    companyName,
    signatureHtml: '<p>{{agent.fullName}}</p>',
    logForwardsTo: 'original-sender',
    reopenTicketOnAnswer: false,
  };
}
