import type { Message } from '../../../domain/model/message';
import { safeFileName } from '../../../utils/mail/safe-file-name';
import { oneLine } from '../../../utils/text/one-line';
import type { MailFile } from './mail-transport';

/** The files that leave with a message, named so that nothing in a name is more than a name (S22). */
export const filesOfMail = (message: Message, bytesOf: (hash: string) => Promise<Uint8Array>): Promise<MailFile[]> =>
  Promise.all(
    message.attachments.flatMap(({ hash, name, type, inline, contentId }) =>
      hash === null
        ? []
        : [
            bytesOf(hash).then((bytes) => ({
              name: safeFileName(name, 'attachment'),
              type: oneLine(type, 200) || 'application/octet-stream',
              inline,
              contentId: contentId ? oneLine(contentId, 500) : null,
              bytes,
            })),
          ],
    ),
  );
