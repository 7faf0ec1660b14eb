import { filesOf, hasCorpus, readCase } from '../../corpora/corpus-folder';

const corpora = ['mime-mikel-mail', 'mime-mailparser', 'mime-mimekit', 'mime-thunderbird', 'mime-zbateson', 'mime-enmime', 'mime-cyrus'];

let mails: Buffer[] | undefined;

/** Mails other projects stumbled over, each once, as a server hands them out: lines end in CR LF. None where they are not at hand. */
export function corpusMails(): readonly Buffer[] {
  mails ??= [...new Map(corpora.filter(hasCorpus).flatMap(read)).values()];
  return mails;
}

const read = (corpus: string): [string, Buffer][] =>
  filesOf(corpus)
    .filter((path) => /\.(eml|msg)$/.test(path))
    .map((path) => Buffer.from(readCase(corpus, path)).toString('latin1'))
    .filter((text) => text.trim() !== '' && !text.startsWith('From '))
    .map((text) => {
      const lines = text.replace(/\r?\n/g, '\r\n');
      return [lines, Buffer.from(lines, 'latin1')];
    });
