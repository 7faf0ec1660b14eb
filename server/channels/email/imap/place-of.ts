import type { MailFolder } from '../../../../domain/mail/mail-folder';
import type { FolderKey } from './mailbox-schema';

/** What a folder is to the rules: of the archive there may be several. */
export const placeOf = (folder: FolderKey): MailFolder => (folder === 'inbox' || folder === 'sent' ? folder : 'archive');
