import type { ImportRow } from '../store/stored-rows';
import type { ReadMail } from './unreadable-mail';

/** `name`: of its file, where that holds this mail alone. */
export type Given = ReadMail & { name: string | undefined };

/** Names kept of each outcome: a longer list is read by nobody, and the row is written with every few mails. */
const namesKept = 200;

/** What became of each file, by its name. */
export function withNames(
  before: ImportRow['names'],
  batch: readonly Given[],
  isNew: (mail: Given['mail']) => boolean,
): NonNullable<ImportRow['names']> {
  const names = { fresh: [...(before?.fresh ?? [])], known: [...(before?.known ?? [])], unreadable: [...(before?.unreadable ?? [])] };
  for (const { mail, name } of batch) {
    const list = !isNew(mail) ? names.known : mail.unreadable ? names.unreadable : names.fresh;
    if (name !== undefined && list.length < namesKept) list.push(name);
  }
  return names;
}
