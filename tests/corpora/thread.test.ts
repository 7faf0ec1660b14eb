import { afterAll, expect, it } from 'vitest';
import type { IncomingMail } from '../../domain/mail/incoming-mail';
import { filesOf, hasCorpus, readCase } from './corpus-folder';
import { Pipeline } from './pipeline';

const { parser } = new Pipeline();
afterAll(() => parser.close());

/** The mails of a Unix mailbox file, without their `From ` lines. */
const mailsOf = (box: Uint8Array) =>
  Buffer.from(box)
    .toString('latin1')
    .split(/^From [^\n]*\n/m)
    .filter((mail) => mail.trim())
    .map((mail) => Buffer.from(mail, 'latin1'));

/** Which mails a header names: themselves, what they answer, and what that answered. */
const idsOf = (mail: IncomingMail) => [...(mail.rfcMessageId ? [mail.rfcMessageId] : []), ...mail.references];

for (const corpus of ['thread-imaptest', 'thread-perl']) {
  it.skipIf(!hasCorpus(corpus))(
    `${corpus}: two mails share a conversation only if References or In-Reply-To link them, and always if the one answered is here`,
    async () => {
      const wrong: string[] = [];
      let joined = 0;
      for (const path of filesOf(corpus).filter((file) => /\.mbox$|testbox-\d$/.test(file))) {
        const pipeline = new Pipeline(parser);
        const received: { mail: IncomingMail; conversationId: string }[] = [];
        for (const [n, raw] of mailsOf(readCase(corpus, path)).entries()) {
          const reading = await pipeline.read(raw, 1_000_000_000_000 + n * 60_000);
          if (!('mail' in reading)) throw new Error(`${path} ${n}: ${reading.unreadable}`);
          const message = await pipeline.receive(reading.mail);
          if (!message) {
            // The same mail again (X8), in two boxes of the corpus.
            if (!received.some((other) => other.mail.rfcMessageId === reading.mail.rfcMessageId)) wrong.push(`${path} ${n}: became no message`);
            continue;
          }
          const links = new Set(idsOf(reading.mail));
          const linked = received.filter((other) => idsOf(other.mail).some((id) => links.has(id)));
          const answered = received.filter((other) => other.mail.rfcMessageId && reading.mail.references.includes(other.mail.rfcMessageId));
          const together = received.filter((other) => other.conversationId === message.conversationId);
          if (together.length > 0 && !together.some((other) => linked.includes(other))) wrong.push(`${path} ${n}: joined without a link`);
          if (answered.length > 0 && together.length === 0) wrong.push(`${path} ${n}: left the mail it answers`);
          if (together.length > 0) joined += 1;
          received.push({ mail: reading.mail, conversationId: message.conversationId });
        }
      }
      expect(wrong).toEqual([]);
      expect(joined).toBeGreaterThan(1);
    },
  );
}
