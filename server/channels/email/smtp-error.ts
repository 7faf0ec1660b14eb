/** An answer to an SMTP client: the code and the words a person reads in the bounce. */
export class SmtpError extends Error {
  override name = 'SmtpError';
  constructor(
    readonly responseCode: number,
    message: string,
  ) {
    super(message);
  }
}

/** Our own trouble, never the sender's: their server keeps the mail and comes back. */
export const tryLater = () => new SmtpError(451, 'This server cannot take mail at the moment, please try again later');
