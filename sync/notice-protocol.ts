import * as z from 'zod/mini';

/** Whether the hub mails the agent who asks while they are away (NTF-2), and why not: no mail server to send by, or mail to their address came back. */
export const NoticeMail = z.enum(['goes', 'no-mail-server', 'came-back']);
export type NoticeMail = z.infer<typeof NoticeMail>;
export const NoticeMailAnswer = z.object({ mail: NoticeMail });
