/** One row of a table of rules. */
export interface Row {
  given: string;
  when: string;
  then: string;
  ids: string;
  decidedIn: string;
  /** Where it stands, for messages. */
  line: number;
}

const columns = ['Given', 'When', 'Then', 'Ids', 'Decided in'];
const cellsOf = (line: string) =>
  line
    .replace(/^\s*\||\|\s*$/g, '')
    .split('|')
    .map((cell) => cell.trim());
const isTable = (line: string) => line.trimStart().startsWith('|');

/** Every row of every table in a page of rules. A table of other columns is a mistake in these pages, not something to pass over. */
export function readTable(page: string): Row[] {
  let head: string[] | undefined;
  return page.split('\n').flatMap((text, at): Row[] => {
    if (!isTable(text)) {
      head = undefined;
      return [];
    }
    const cells = cellsOf(text);
    if (!head) {
      head = cells;
      if (head.join() !== columns.join()) throw new Error(`line ${at + 1}: the columns are ${head.join(', ')}, not ${columns.join(', ')}`);
      return [];
    }
    if (cells.every((cell) => /^:?-+:?$/.test(cell))) return [];
    if (cells.length !== columns.length) throw new Error(`line ${at + 1}: ${cells.length} cells, not ${columns.length}`);
    const [given = '', when = '', then = '', ids = '', decidedIn = ''] = cells;
    return [{ given, when, then, ids, decidedIn, line: at + 1 }];
  });
}

export const sentencesOf = (cell: string): string[] =>
  cell
    .split(';')
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
