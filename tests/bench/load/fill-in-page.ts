// First: the page's policy forbids the evaluation zod would otherwise try.
import '../../../utils/browser/no-eval';
import { type Id, inboxSpace } from '../../../domain/model/ids';
import { DexieClientStore } from '../../../utils/store/client-store';
import { openDatabase } from '../../../utils/store/database';
import { Mailbox, inboxId as madeFor } from '../mailbox';

/** Runs in a page of the extension: the generated mailbox comes into an inbox of the workspace that is open, as a first sync would bring it. */
export async function fill(database: string, conversations: number): Promise<void> {
  const db = openDatabase(database);
  const store = new DexieClientStore(db);
  const [inbox] = await db.table<{ id: Id }>('inboxes').toArray();
  if (!inbox) throw new Error('the workspace has no inbox');
  const mailbox = new Mailbox(conversations);
  const space = inboxSpace(inbox.id);
  const { epoch } = await store.identity();
  const begun = { after: null, pages: 0, done: 0, total: conversations, counters: {} };
  await db.table('spaces').put({ space, cursor: null, bootstrap: begun, wholeFrom: 0 });
  for (let n = 0; n < conversations; n += 200) {
    const end = Math.min(n + 200, conversations);
    const rows = JSON.parse(JSON.stringify(mailbox.page(n, end, 1)).replaceAll(madeFor, inbox.id));
    const after = n === 0 ? null : String(n);
    await store.applyBootstrap({ space, after }, { ...begun, epoch: epoch ?? '', version: 1, rows, after: end < conversations ? String(end) : null });
  }
  db.close();
}
