import { afterAll, expect, it } from 'vitest';
import type { IncomingMail } from '../../domain/mail/incoming-mail';
import { filesOf, hasCorpus, readCase } from './corpus-folder';
import { Pipeline } from './pipeline';

const pipeline = new Pipeline();
afterAll(() => pipeline.close());

const mimeCorpora = [
  'mime-cpython',
  'mime-cyrus',
  'mime-enmime',
  'mime-flanker',
  'mime-imaptest-fetch',
  'mime-mailparser',
  'mime-mikel-mail',
  'mime-mime4j-testmsgs',
  'mime-mimekit',
  'mime-mimetools',
  'mime-postal-mime',
  'mime-rspamd',
  'mime-spamassassin',
  'mime-stalwart-malformed',
  'mime-thunderbird',
  'mime-zbateson',
];
const bounceCorpora = ['bounce-bounceparser', 'bounce-sisimai'];

/** Expected trees, decoded parts and attachments on their own: oracles, not mails. */
const oracle = /\.(xml|json|out|list|tnef|png|dat|rtf|doc|zip|pdf|bat|sys)$|_decoded|(^|\/)(tnef|files)\//i;
const mailsOf = (corpus: string) => filesOf(corpus).filter((path) => !oracle.test(path));

/** Mails that are over a limit on purpose: kept raw, shown as unreadable. */
const overLimit: Record<string, string> = { 'mime-flanker/enclosed-endless.eml': 'too-many-parts' };

/** Letters and digits below the header, MIME's own lines apart. */
function wordsInBody(raw: Uint8Array): number {
  const text = Buffer.from(raw).toString('latin1').replace(/\r\n?/g, '\n');
  const blank = text.search(/\n[ \t]*\n/);
  const lines = blank < 0 ? [] : text.slice(blank).split('\n');
  return (
    lines
      .filter((line) => !/^--|^Content-|^\s*(boundary|name|charset|filename)/i.test(line))
      .join('')
      .match(/[A-Za-z0-9]/g)?.length ?? 0
  );
}

for (const corpus of [...mimeCorpora, ...bounceCorpora]) {
  it.skipIf(!hasCorpus(corpus))(`${corpus}: every mail is read within 2 s and 256 MB, becomes a message, and no body is lost`, async () => {
    const wrong: string[] = [];
    for (const path of mailsOf(corpus)) {
      const raw = readCase(corpus, path);
      const reading = await pipeline.read(raw);
      if ('unreadable' in reading) {
        if (reading.unreadable !== overLimit[`${corpus}/${path}`]) wrong.push(`${path}: ${reading.unreadable}`);
        continue;
      }
      const message = await pipeline.receive(reading.mail, Pipeline.emptyInbox());
      if (!message) wrong.push(`${path}: became no message`);
      const kept = reading.mail.text || reading.mail.html || reading.files.some(({ bytes }) => bytes.length > 0);
      if (!kept && wordsInBody(raw) > 0) wrong.push(`${path}: its body is lost`);
    }
    expect(wrong).toEqual([]);
  });
}

/** Decoded parts that other parsers found, in text or files of ours. */
for (const corpus of ['mime-mime4j-testmsgs', 'mime-mimetools']) {
  it.skipIf(!hasCorpus(corpus))(`${corpus}: every decoded part of the oracle is in our text, HTML or files`, async () => {
    const files = filesOf(corpus);
    const lost: string[] = [];
    for (const path of files.filter((file) => file.endsWith('.msg'))) {
      const reading = await pipeline.read(readCase(corpus, path));
      if (!('mail' in reading)) throw new Error(`${path} could not be read`);
      const ours = [reading.mail.text, reading.mail.quotedText, reading.mail.html ?? '', ...reading.files.map(({ bytes }) => latin1(bytes))]
        .map(squeezed)
        .join(' ');
      const parts = files.filter((file) => file.startsWith(`${path.replace(/\.msg$/, '')}_decoded_`) && /\.(txt|bin)$/.test(file));
      for (const part of parts) if (!foundIn(ours, squeezed(latin1(readCase(corpus, part))))) lost.push(part);
    }
    expect(lost).toEqual([]);
  });
}
const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const squeezed = (text: string) => text.replace(/[^\x21-\x7e]/g, '');
/** Split into shown and folded text, a part is found by its pieces; those across a line end of ours may differ. */
const foundIn = (ours: string, part: string) => {
  const pieces = part.match(/.{1,12}/g) ?? [];
  return ours.includes(part) || pieces.filter((piece) => ours.includes(piece)).length >= pieces.length - 2;
};

/** What the machines' mails are to us. Only mails that a person wrote, or that belong to a mailing list, are not automatic. */
const notAutomatic: Record<string, string> = {
  'bounce-sisimai/bsd/lhost-amazonses-12.eml': 'a notice that a mail did arrive, as JSON',
  'bounce-sisimai/bsd/lhost-fml-02.eml': 'a mailing list that refuses a non-member: bulk',
  'bounce-sisimai/bsd/lhost-sendmail-14.eml': 'a person forwards a bounce',
  'bounce-sisimai/err/make-test-36.eml': 'a person forwards a bounce',
  'bounce-sisimai/not/is-not-bounce-02.eml': 'not a bounce, says the corpus',
};

for (const corpus of bounceCorpora) {
  it.skipIf(!hasCorpus(corpus))(`${corpus}: bounces and auto-replies are recognised, and nothing a person wrote is`, async () => {
    const wrong: string[] = [];
    for (const path of mailsOf(corpus)) {
      const mail = await read(corpus, path);
      const expected = `${corpus}/${path}` in notAutomatic;
      if ((mail.automatic === null) !== expected) wrong.push(`${path}: ${mail.automatic}`);
    }
    expect(wrong).toEqual([]);
  });
}

it.skipIf(!hasCorpus('bounce-sisimai'))(
  'bounce-sisimai: whom it did not reach is read from 97 of 100, the mail it was about wherever it is named',
  async () => {
    const nobody: string[] = [];
    const noMail: string[] = [];
    let bounces = 0;
    for (const path of mailsOf('bounce-sisimai')) {
      const { bounceOf } = await read('bounce-sisimai', path);
      if (!bounceOf) continue;
      bounces += 1;
      if (!bounceOf.recipient) nobody.push(path);
      const named = /^[>\s]*message-id:\s*<[^>\s]+>/gim;
      const raw = Buffer.from(readCase('bounce-sisimai', path)).toString('latin1').replace(/\r\n?/g, '\n');
      // The first is the bounce's own.
      if (!bounceOf.rfcMessageId && (raw.match(named)?.length ?? 0) > 1) noMail.push(path);
    }
    expect(bounces).toBeGreaterThan(530);
    expect(nobody.length, nobody.join(' ')).toBeLessThanOrEqual(bounces * 0.03);
    expect(noMail).toEqual([]);
  },
);

/** Mails of the mime corpora that machines sent; everything else there is somebody's. */
const machinesInMime =
  /bounce|delayed|dsn|delivery-status|disposition-notification|report|complaints|content-length\.mbox|msg_16\.txt|msg_43\.txt|badbound\.msg|raw_email_with_mimepart_without_content_type/;

it.skipIf(!hasCorpus('mime-spamassassin'))("mime-*: no mail of a person is taken for a machine's", async () => {
  const wrong: string[] = [];
  for (const corpus of mimeCorpora.filter(hasCorpus)) {
    for (const path of mailsOf(corpus)) {
      const reading = await pipeline.read(readCase(corpus, path));
      if ('mail' in reading && reading.mail.automatic !== null && !machinesInMime.test(path))
        wrong.push(`${corpus}/${path}: ${reading.mail.automatic}`);
    }
  }
  expect(wrong).toEqual([]);
});

async function read(corpus: string, path: string): Promise<IncomingMail> {
  const reading = await pipeline.read(readCase(corpus, path));
  if (!('mail' in reading)) throw new Error(`${corpus}/${path} could not be read: ${reading.unreadable}`);
  return reading.mail;
}
