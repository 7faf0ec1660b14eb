import { expect, type Page } from '@playwright/test';

const planted = { id: '01900000-0000-7000-8000-0000000000ff', subject: 'Plantet samtale' };
/** Later than any mail: on top of every list. */
const later = 9_000_000_000_000;

/**
 * A conversation written into the panel's store beside the sync: the hub knows nothing of it, so nothing that comes from there, a late page of
 * the first sync above all, ever writes over what a test puts into it. It stands in All open of every inbox.
 */
export async function plantThread(panel: Page) {
  // With the whole first sync here there are all inboxes, and a mail to take the shape of.
  await expect(panel.getByRole('button', { name: /^Up to date/ })).toBeVisible({ timeout: 90_000 });
  expect(await panel.evaluate(plantInStore, { ...planted, later })).toBe(true);
  // The panel hears of what its own database layer writes alone.
  await panel.reload();
  await panel.getByRole('button', { name: /^All open/ }).click();
  await expect(panel.getByRole('option', { name: planted.subject })).toBeVisible({ timeout: 60_000 });
}

/** Shows mails by the real message view, as messages of the planted conversation, and answers when each lies in its frame. */
export async function showMails(panel: Page, mails: readonly string[]) {
  const back = panel.getByRole('button', { name: 'Back to the list' });
  if (await back.isVisible()) await back.click();
  await panel.evaluate(putMails, { id: planted.id, mails });
  await panel.getByRole('option', { name: planted.subject }).click();
  await expect(panel.locator('article.msg')).toHaveCount(mails.length, { timeout: 60_000 });
  await expect.poll(() => panel.evaluate(framesThatStand), { timeout: 60_000, message: 'every mail in its frame' }).toBe(mails.length);
}

/** Takes it out again, for a browser that other tests use as well. */
export const removePlanted = (panel: Page) => panel.evaluate(removeFromStore, planted.id);

// What follows runs in the page.

async function plantInStore({ id, subject, later: at }: { id: string; subject: string; later: number }): Promise<boolean> {
  const name = (await indexedDB.databases()).map((one) => one.name ?? '').find((one) => one.startsWith('samtale-'));
  const db = await new Promise<IDBDatabase>((done, fail) => {
    const asked = indexedDB.open(name ?? '');
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => fail(asked.error);
  });
  const tx = db.transaction(['inboxes', 'conversations', 'threads'], 'readwrite');
  const ended = new Promise<void>((done, fail) => {
    tx.oncomplete = () => done();
    tx.onabort = () => fail(tx.error);
  });
  const all = (table: string) =>
    new Promise<Record<string, unknown>[]>((done) => {
      const asked = tx.objectStore(table).getAll();
      asked.onsuccess = () => done(asked.result);
    });
  const chunks = await all('threads');
  const rows = await all('conversations');
  const isOpenMail = (row: Record<string, unknown>) =>
    row.channel === 'email' && row.startedBy === 'contact' && (row.viewKeys as [string, string][]).some(([, view]) => view === 'open');
  const inboxes = await all('inboxes');
  const pair = rows.filter(isOpenMail).flatMap((row) => {
    const chunk = chunks.find((one) => one.conversationId === row.id && (one.messages as { kind: string }[])[0]?.kind === 'email');
    return chunk ? [{ row, chunk }] : [];
  })[0];
  if (pair) {
    tx.objectStore('conversations').put({ ...pair.row, id, subject, ticketId: null, viewKeys: inboxes.map((inbox) => [inbox.id, 'open', at, id]) });
    tx.objectStore('threads').put({ ...pair.chunk, conversationId: id, n: 0, more: false });
  }
  await ended;
  db.close();
  return pair !== undefined;
}

async function removeFromStore(id: string): Promise<void> {
  const name = (await indexedDB.databases()).map((one) => one.name ?? '').find((one) => one.startsWith('samtale-'));
  const db = await new Promise<IDBDatabase>((done, fail) => {
    const asked = indexedDB.open(name ?? '');
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => fail(asked.error);
  });
  const tx = db.transaction(['conversations', 'threads'], 'readwrite');
  const ended = new Promise<void>((done, fail) => {
    tx.oncomplete = () => done();
    tx.onabort = () => fail(tx.error);
  });
  tx.objectStore('conversations').delete(id);
  tx.objectStore('threads').delete([id, 0]);
  await ended;
  db.close();
}

async function putMails({ id, mails }: { id: string; mails: readonly string[] }): Promise<void> {
  const name = (await indexedDB.databases()).map((one) => one.name ?? '').find((one) => one.startsWith('samtale-'));
  const db = await new Promise<IDBDatabase>((done, fail) => {
    const asked = indexedDB.open(name ?? '');
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => fail(asked.error);
  });
  const tx = db.transaction(['threads', 'bodies'], 'readwrite');
  const ended = new Promise<void>((done, fail) => {
    tx.oncomplete = () => done();
    tx.onabort = () => fail(tx.error);
  });
  const chunk = await new Promise<{ messages: { receivedAt: number }[] }>((done) => {
    const asked = tx.objectStore('threads').get([id, 0]);
    asked.onsuccess = () => done(asked.result);
  });
  const [sample] = chunk.messages;
  const messages = mails.map((html, n) => ({
    ...sample,
    id: `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`,
    conversationId: id,
    attachments: [],
    htmlSize: html.length,
    receivedAt: (sample?.receivedAt ?? 0) + n,
    // What follows the newest mail of the customer is shown unfolded.
    direction: n === 0 ? 'in' : 'out',
  }));
  tx.objectStore('threads').put({ ...chunk, messages });
  for (const [n, html] of mails.entries()) tx.objectStore('bodies').put({ id: messages[n]?.id, conversationId: id, html, version: 1 });
  await ended;
  db.close();
}

function framesThatStand(): number {
  return [...document.querySelectorAll<HTMLIFrameElement>('article.msg iframe')].filter((frame) => {
    const inside = frame.contentDocument;
    // By position: a mail may name its own elements like ours.
    return inside?.URL === 'about:srcdoc' && inside.readyState === 'complete' && inside.querySelector('body > #samtale-mail') !== null;
  }).length;
}
