import { receiveMessage } from '../../domain/message/receive-message';
import { type Act, actOf } from './act';
import type { SampleSource } from './conversation-acts';
import { incomingMailArgs } from './incoming-mail-args';
import { danish } from './stories/danish';
import { english } from './stories/english';
import { norwegian } from './stories/norwegian';
import { swedish } from './stories/swedish';

/** Mail nobody asked for: the rules put it into Spam and say why. */
export function spamActs({ seeded, cast, now }: SampleSource): Act[] {
  const bulk = [danish, norwegian, swedish, english].flatMap((language) => language.bulk);
  return Array.from({ length: 15 }, (_, i): Act => {
    const at = now - seeded.between(30, 60 * 24 * 20) * 60_000;
    const { from, address, subject, text } = bulk[i % bulk.length] as (typeof bulk)[number];
    const channel = i % 3 === 0 ? cast.channels.businessMail : cast.channels.serviceMail;
    const sender = { name: from, address };
    const args = incomingMailArgs(seeded, {
      channel,
      from: sender,
      at,
      subject: i < bulk.length ? subject : `${subject} (${i})`,
      text,
      bulk: i % 2 === 0,
    });
    return actOf(receiveMessage, args, { at, uuid: seeded.id(at), by: { kind: 'system', workspaceId: cast.workspaceId } });
  });
}
