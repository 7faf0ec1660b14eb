/** The line to a mail server has ended, without a word of why. */
export class LineEnded extends Error {
  override name = 'LineEnded';
  readonly code = 'ECONNECTION';
}
