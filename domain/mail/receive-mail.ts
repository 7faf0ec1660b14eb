import type { Tx } from '../core/tx';
import type { Into } from '../message/into';
import { begunByMail } from './begun-by-mail';
import { completeMail } from './complete-mail';
import { continuedByMail } from './continued-by-mail';
import { findSameMail, identityOf } from './find-same-mail';
import { findThreadOfMail } from './find-thread-of-mail';
import type { IncomingMail } from './incoming-mail';
import { isSentByUs } from './is-sent-by-us';
import { keepMail } from './keep-mail';
import { loggedAs } from './logged-as';
import { markBounced } from './mark-bounced';
import { wasPurged } from './purged-mails';
import { receiveSentMail } from './receive-sent-mail';
import { withoutOtherInboxes } from './without-other-inboxes';

/** A mail that came in: known already (X8), perhaps by less than it brings, deleted for good and not to come again (K13), an answer in its thread, or the beginning of a new one. */
export async function receiveMail(tx: Tx, mail: IncomingMail, into: Into): Promise<void> {
  const { inbox, channel } = into;
  const known = await findSameMail(tx, inbox.id, mail);
  if (known) return completeMail(tx, known, mail, inbox);
  if (await wasPurged(tx, inbox.id, identityOf(mail, inbox.id))) return;
  if (await isSentByUs(tx, mail, inbox)) return receiveSentMail(tx, mail, into);
  const bounced = await markBounced(tx, inbox.id, mail);
  const logged = await withoutOtherInboxes(tx, await loggedAs(tx, mail, { channel, workspaceId: inbox.workspaceId }), inbox);
  const thread = await findThreadOfMail(tx, inbox, mail);
  const { conversation, message } = thread
    ? await continuedByMail(tx, thread, { mail, logged, bounced }, into)
    : await begunByMail(tx, mail, logged, into);
  keepMail(tx, mail, { conversation, message, html: logged.html, inboxId: inbox.id });
}
