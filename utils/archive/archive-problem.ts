/** Why an archive is not taken in; each has its sentence on screen. `too-large`: it would not fit, or is made to fill the disk. */
export const archiveProblems = ['not-an-archive', 'damaged', 'too-new', 'wrong-rows', 'too-large', 'disk-full', 'unreadable-file', 'failed'] as const;
export type ArchiveProblem = (typeof archiveProblems)[number];

export class BadArchive extends Error {
  override name = 'BadArchive';
  constructor(
    readonly problem: ArchiveProblem,
    detail: string,
  ) {
    super(`${problem}: ${detail}`);
  }
}
