import * as z from 'zod/mini';

/** Every way signing in at Google or Microsoft can fail; each is a sentence on screen. */
export const MailSignInProblem = z.enum([
  'denied',
  'expired',
  'wrong-account',
  'permission-missing',
  'no-refresh-token',
  'client-refused',
  'refused',
  'unreachable',
]);
export type MailSignInProblem = z.infer<typeof MailSignInProblem>;
