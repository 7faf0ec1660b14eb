import type { MailboxProblemCode } from '../../domain/model/mailbox';

/** Problems with other words for somebody who just tests, and may have typed it wrong, than at a mailbox that has worked and is tried again. */
export const testedApart = [
  'no-such-host',
  'lookup-failed',
  'nobody-answers',
  'too-slow',
  'bad-certificate',
  'no-encryption',
  'not-a-mail-server',
  'sign-in-refused',
  'too-many-connections',
  'cut-off',
  'hostile-server',
  'hub-fault',
] as const satisfies MailboxProblemCode[];
