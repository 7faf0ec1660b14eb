import { expect, it } from 'vitest';
import { MailboxProblemCode } from '../model/mailbox';
import { signInMends } from './sign-in-mends';

it('CHN-2 signing in again mends what is wrong with the way in, and nothing of a server that is away', () => {
  expect(MailboxProblemCode.options.filter(signInMends)).toEqual([
    'sign-in-refused',
    'app-password-needed',
    'passwords-not-taken',
    'password-lost',
    'consent-ended',
    'permission-missing',
  ]);
});
