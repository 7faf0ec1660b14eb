import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { refuse } from '../core/refusal';
import { IncomingMail } from '../mail/incoming-mail';
import { receiveMail } from '../mail/receive-mail';
import { IncomingCall } from './incoming-call';
import { IncomingChat } from './incoming-chat';
import { IncomingForm } from './incoming-form';
import { receiveCall } from './receive-call';
import { receiveChat } from './receive-chat';
import { receiveForm } from './receive-form';

/** Everything that comes in from outside, by whatever channel: the rules decide contact, thread, spam and reopening. */
export const receiveMessage = defineMutation({
  name: 'receiveMessage',
  args: z.discriminatedUnion('kind', [IncomingMail, IncomingChat, IncomingForm, IncomingCall]),
  actor: 'system',
  async may(actor, { channelId }, tx) {
    const channel = await tx.channels.find(channelId);
    const inbox = channel && (await tx.inboxes.find(channel.inboxId));
    return actor.kind === 'system' && inbox?.workspaceId === actor.workspaceId ? undefined : refuse('not-found');
  },
  async run(tx, incoming, act) {
    const channel = await tx.channels.get(incoming.channelId);
    const into = { channel, inbox: await tx.inboxes.get(channel.inboxId), act };
    switch (incoming.kind) {
      case 'email':
        return receiveMail(tx, incoming, into);
      case 'chat':
        return receiveChat(tx, incoming, into);
      case 'form':
        return receiveForm(tx, incoming, into);
      case 'call':
        return receiveCall(tx, incoming, into);
      default:
        return incoming satisfies never;
    }
  },
});
