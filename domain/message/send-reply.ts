import * as z from 'zod/mini';
import { withMessage } from '../conversation/with-message';
import { withParticipants } from '../conversation/with-participants';
import { defineMutation } from '../core/define-mutation';
import { refuse } from '../core/refusal';
import { discardOwnDraft } from '../draft/discard-own-draft';
import { mailChannelOf } from '../mail/mail-channel-of';
import { oneLine } from '../mail/one-line';
import { ourAddresses } from '../mail/our-addresses';
import { outboundMailOf } from '../mail/outbound-mail-of';
import { recipientsProblem } from '../mail/recipients-problem';
import { answeredMail, referencesTo } from '../mail/references-to';
import { signatureOf } from '../mail/signature-of';
import { signed } from '../mail/signed';
import { Address, domainOfAddress } from '../model/address';
import { Id } from '../model/ids';
import { Attachment } from '../model/message';
import { actingAgent } from '../permission/acting-agent';
import { mayTouchConversation } from '../permission/may-touch-conversation';
import { composedHtml } from '../text/composed-html';
import { blankMessage } from './blank-message';
import { contentProblem } from './content-problem';

/**
 * Answers by mail from the inbox's address (RPL-1, RPL-7): the message with its signature, the intent to send it, and the Message-ID by which
 * the answer will find its thread. What was owed is done and the draft goes. A closed conversation stays closed: the answer to it reopens it.
 * A chat or a form is answered by mail where its contact has an address (RPL-4).
 */
export const sendReply = defineMutation({
  name: 'sendReply',
  args: z.object({
    messageId: Id,
    conversationId: Id,
    channelId: Id,
    to: z.array(Address).check(z.maxLength(100)),
    cc: z.array(Address).check(z.maxLength(100)),
    bcc: z.array(Address).check(z.maxLength(100)),
    subject: z.string().check(z.maxLength(1000)),
    text: z.string().check(z.maxLength(60_000)),
    html: z.string().check(z.maxLength(500_000)),
    attachments: z.array(Attachment).check(z.maxLength(50)),
    inReplyTo: z.nullable(Id),
    draftId: z.nullable(Id),
  }),
  actor: 'agent',
  undoable: 'cancelSend',
  may: (actor, { conversationId }, tx) => mayTouchConversation(actor, conversationId, tx),
  async run(tx, given, { at, by, claimedAt, uuid }) {
    // Whatever a client pushed, only what our composer writes leaves the house.
    const args = { ...given, html: composedHtml(given.html) };
    const conversation = await tx.conversations.get(args.conversationId);
    if (conversation.trashed) return refuse('in-trash');
    if (conversation.spam) return refuse('in-spam');
    if (await tx.messages.find(args.messageId, conversation.id)) return refuse('already-sent');
    const incomplete = contentProblem(args);
    if (incomplete) return incomplete;

    const contact = conversation.contactAddress ? [{ name: conversation.contactName, address: conversation.contactAddress }] : [];
    const recipients = { to: args.to.length > 0 ? args.to : contact, cc: args.cc, bcc: args.bcc };
    const problem = recipientsProblem(recipients);
    if (problem) return problem;
    const channel = await mailChannelOf(tx, conversation.space, { id: args.channelId });
    if (!channel) return refuse('no-mail-channel');

    const agent = await actingAgent(tx, by);
    const { text, html } = signed(args, signatureOf(channel, agent));
    const message = {
      ...blankMessage,
      id: args.messageId,
      space: conversation.space,
      conversationId: conversation.id,
      kind: 'email' as const,
      direction: 'out' as const,
      author: { kind: 'agent' as const, agentId: agent.id },
      receivedAt: at,
      claimedAt,
      ...named(recipients),
      subject: oneLine(args.subject || conversation.subject) || channel.companyName || channel.name,
      text: text.slice(0, 65_536),
      htmlSize: html.length,
      attachments: args.attachments,
      rfcMessageId: `<${args.messageId}@${domainOfAddress(channel.address)}>`,
      references: referencesTo(await answeredMail(tx, conversation.id, args.inReplyTo)),
      delivery: { state: 'queued' as const, at, text: '' },
    };
    tx.messages.put(message);
    if (html) tx.bodies.put({ id: message.id, conversationId: conversation.id, html });
    tx.outboundMails.put(outboundMailOf(message, { id: uuid, channel, agent }));
    tx.mailIds.put({
      id: message.id,
      inboxId: conversation.inboxId,
      rfcMessageId: message.rfcMessageId,
      conversationId: conversation.id,
      fromAddress: channel.address,
      date: at,
    });
    const others = [...message.to, ...message.cc];
    const answered = withParticipants(withMessage(conversation, message), others, await ourAddresses(tx, conversation.space));
    tx.conversations.put({ ...answered, dueAt: null });
    await discardOwnDraft(tx, args.draftId, agent.id);
  },
});

const named = ({ to, cc, bcc }: { to: Address[]; cc: Address[]; bcc: Address[] }) => {
  const clean = (list: Address[]) => list.map(({ name, address }) => ({ name: oneLine(name), address }));
  return { to: clean(to), cc: clean(cc), bcc: clean(bcc) };
};
