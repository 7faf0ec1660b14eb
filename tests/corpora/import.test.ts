import { expect, it } from 'vitest';
import { indexMails, isMarked } from '../../utils/import/index-mails';
import { readFoundMail } from '../../utils/import/read-found-mail';
import { filesOf, hasCorpus, readCase } from './corpus-folder';

const file = (corpus: string, path: string) => new File([readCase(corpus, path)], path);

it.skipIf(!hasCorpus('thread-imaptest'))('SUR-9 mailboxes other projects test with hold the mails their separators say', async () => {
  for (const path of filesOf('thread-imaptest').filter((name) => name.endsWith('.mbox'))) {
    const said = new TextDecoder('latin1').decode(readCase('thread-imaptest', path)).match(/^From /gm)?.length;
    expect({ path, mails: (await indexMails([file('thread-imaptest', path)], () => undefined)).files.length }).toEqual({ path, mails: said });
  }
});

it.skipIf(!hasCorpus('mime-mikel-mail'))('S31 mails other programs stumbled over are read or kept as unreadable, none is lost', async () => {
  const corpus = 'mime-mikel-mail';
  const files = filesOf(corpus)
    .filter((path) => /\.(eml|msg|mbox)$/.test(path))
    .map((path) => file(corpus, path));
  expect(files.length).toBeGreaterThan(50);
  const index = await indexMails(files, () => undefined);
  expect(index.files.length).toBeGreaterThanOrEqual(files.length - index.refused.length);
  for (let at = 0; at < index.files.length; at++) {
    const from = files[index.files[at] ?? 0] as File;
    const place = { offset: index.offsets[at] ?? 0, length: index.lengths[at] ?? 0 };
    const read = await readFoundMail({ file: from, ...place, date: 0, marked: isMarked(from, place) }, { channelId: crypto.randomUUID(), now: 1e12 });
    expect(read.files.map(({ hash }) => hash)).toContain(read.mail.rawHash);
  }
});
