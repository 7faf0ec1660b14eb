import type { MailboxProblemCode } from '../model/mailbox';

const mends: readonly MailboxProblemCode[] = [
  'sign-in-refused',
  'app-password-needed',
  'passwords-not-taken',
  'password-lost',
  'consent-ended',
  'permission-missing',
];

/** Whether signing in again is what mends it. The others lie elsewhere: the hub goes on trying by itself, and connects once they are over. */
export const signInMends = (code: MailboxProblemCode): boolean => mends.includes(code);
