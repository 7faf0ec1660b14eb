import type { MailChannel } from '../channel/can-send';
import { foldAddress } from '../model/address';
import type { Id } from '../model/ids';
import type { Message } from '../model/message';
import type { OutboundMail } from '../model/outbound-mail';
import { fromOf } from './from-of';

/** The intent to send a message, keyed by the act that meant it, so that it is written once however often it is pushed (I2). */
export function outboundMailOf(
  message: Message & { rfcMessageId: string },
  { id, channel, agent }: { id: Id; channel: MailChannel; agent: { name: string } },
): OutboundMail {
  const everyone = [...message.to, ...message.cc, ...message.bcc].map(({ address }) => address);
  const once = new Map(everyone.map((address) => [foldAddress(address), address]));
  return {
    id,
    inboxId: channel.inboxId,
    channelId: channel.id,
    conversationId: message.conversationId,
    messageId: message.id,
    rfcMessageId: message.rfcMessageId,
    from: fromOf(channel, agent),
    recipients: [...once.values()],
    queuedAt: message.receivedAt,
  };
}
