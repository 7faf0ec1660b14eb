import * as z from 'zod/mini';

/** Where in a team's own mailbox a mail lay; the archive is read once, as it was when the mailbox was connected. */
export const MailFolder = z.enum(['inbox', 'sent', 'archive']);
export type MailFolder = z.infer<typeof MailFolder>;
