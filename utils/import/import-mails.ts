import { inUse } from '../../domain/channel/in-use';
import { foldAddress } from '../../domain/model/address';
import type { Id } from '../../domain/model/ids';
import { isDiskFull } from '../../sync/is-disk-full';
import { ActsTogether } from '../store/act-together';
import type { SamtaleDatabase } from '../store/database';
import { me } from '../store/me';
import { newId } from '../store/new-id';
import { type StoreTables, transact } from '../store/store-tables';
import type { ImportedMail, ImportRow } from '../store/stored-rows';
import { isMarked } from './index-mails';
import type { MailReader } from './mail-reader';
import type { FoundMail, MailIndex, MailSource } from './mail-source';
import { type ReadMail, unreadable } from './unreadable-mail';
import { type Given, withNames } from './with-names';

/** Mails written in one transaction, or as many as hold this many bytes: few waits for the disk, and the screen never waits for long. */
const together = { mails: 20, bytes: 4 * 1024 * 1024 };

interface Host {
  db: SamtaleDatabase;
  reader: MailReader;
  now?: () => number;
}

interface Target {
  inboxId: Id;
  /** The channel of each of one's own addresses, and the one for all other mail. */
  channels: ReadonlyMap<string, Id>;
  otherwise: Id;
}

/**
 * Reads a source's mails into an inbox of this computer, oldest first, each by the rule mail comes in by. Where it stands is kept with every few
 * mails: given the same files again, after a stop or a closed page, it goes on; what is here already comes in once (X8).
 */
export async function importMails({ db, reader, now = Date.now }: Host, inboxId: Id, source: MailSource, queued?: Id): Promise<ImportRow> {
  const id = queued ?? (await queueImport(db, source, now()));
  const begun = await beginImport(db, id);
  // Stopped while it waited.
  if (begun.state !== 'looking') return begun;
  const note = (change: Partial<ImportRow>) => db.imports.update(begun.id, change);
  try {
    const index = await reader.index(source.files, (looked) => void note({ looked }));
    const total = index.files.length;
    await note({ refused: index.refused.map((at) => source.files[at]?.name ?? '') });
    if ((await db.imports.get(begun.id))?.state === 'stopping') await note({ state: 'stopped' });
    else if (total === 0) await note({ state: 'no-mail' });
    else {
      await db.imports
        .where('id')
        .equals(begun.id)
        .modify((row) => {
          row.total = total;
          if (row.state === 'looking') row.state = 'running';
        });
      await readAll({ db, reader, now }, { importId: begun.id, index, source, target: await targetIn(db, inboxId) }, Math.min(begun.done, total));
    }
  } catch (fault) {
    console.error('an import ended', fault);
    await note({ state: isDiskFull(fault) ? 'disk-full' : 'failed' });
  } finally {
    reader.close();
  }
  return importOf(db, id);
}

/** Notes that these files were given, before any of them is looked at. The same files, not yet done: that import goes on. */
export async function queueImport(db: SamtaleDatabase, { name, files }: MailSource, at: number): Promise<Id> {
  const size = files.reduce((sum, file) => sum + file.size, 0);
  const modified = Math.max(...files.map((file) => file.lastModified));
  const goesOn = await db.imports
    .filter((row) => row.name === name && row.size === size && row.modified === modified && ['stopped', 'failed', 'disk-full'].includes(row.state))
    .first();
  const row: ImportRow = goesOn
    ? { ...goesOn, state: 'waiting', looked: 0 }
    : { id: newId(), name, size, modified, at, state: 'waiting', looked: 0, total: 0, done: 0, fresh: 0, known: 0, unreadable: 0 };
  await db.imports.put(row);
  return row.id;
}

async function beginImport(db: SamtaleDatabase, id: Id): Promise<ImportRow> {
  await db.imports
    .where('id')
    .equals(id)
    .modify((row) => {
      if (row.state === 'waiting') row.state = 'looking';
    });
  return importOf(db, id);
}

async function importOf(db: SamtaleDatabase, id: Id): Promise<ImportRow> {
  const row = await db.imports.get(id);
  if (!row) throw new Error(`no import ${id}`);
  return row;
}

async function targetIn(db: SamtaleDatabase, inboxId: Id): Promise<Target> {
  const channels = (await db.channels.toArray()).filter((channel) => channel.inboxId === inboxId && channel.kind === 'email');
  const first = channels.find(inUse);
  if (!first) throw new Error('this inbox has no channel for mail');
  return {
    inboxId,
    channels: new Map(channels.flatMap(({ id, address }) => (address === null ? [] : [[address, id] as const]))),
    otherwise: first.id,
  };
}

interface Work {
  importId: Id;
  index: MailIndex;
  source: MailSource;
  target: Target;
}

async function readAll(host: Required<Host>, work: Work, from: number): Promise<void> {
  const total = work.index.files.length;
  let next = readSome(host, work, from);
  for (;;) {
    const batch = await next;
    if (batch.length === 0) break;
    const done = from + batch.length;
    // The next are read while these are written.
    next = readSome(host, work, done);
    // A file that went meanwhile is met when its mails are asked for.
    next.catch(() => undefined);
    const goesOn = await keep(host, work, batch, done === total);
    from = done;
    if (!goesOn) {
      await next;
      return;
    }
  }
}

async function readSome({ reader, now }: Required<Host>, { index, source, target }: Work, from: number): Promise<Given[]> {
  const batch: Given[] = [];
  let bytes = 0;
  for (let at = from; at < index.files.length && batch.length < together.mails && bytes < together.bytes; at++) {
    const found = foundAt(index, source, at);
    if (!found) break;
    bytes += found.length;
    const mail = intoChannel(await reader.read(found, { channelId: target.otherwise, now: now() }), target);
    batch.push({ ...mail, name: source.files.length > 1 && !found.marked ? found.file.name : undefined });
  }
  return batch;
}

function foundAt(index: MailIndex, { files }: MailSource, at: number): FoundMail | undefined {
  const [file, offset, length] = [files[index.files[at] ?? 0], index.offsets[at], index.lengths[at]];
  if (!file || offset === undefined || length === undefined) return undefined;
  return { file, offset, length, date: index.dates[at] ?? 0, marked: isMarked(file, { offset, length }) };
}

/** What one's own addresses wrote is ours; the rest came to the first of them it names. */
function intoChannel({ mail, files }: ReadMail, { channels, otherwise }: Target): ReadMail {
  const ours = channels.get(foldAddress(mail.from.address));
  const to = [...mail.to, ...mail.cc].map(({ address }) => channels.get(foldAddress(address))).find((id) => id !== undefined);
  const folder = ours ? ('sent' as const) : ('inbox' as const);
  return { mail: { ...mail, channelId: ours ?? to ?? otherwise, mailbox: { folder, history: true } }, files };
}

/** Writes a batch whole or, where one of its mails breaks the rule, one by one, that one as unreadable. False: it was told to stop. */
async function keep(host: Required<Host>, work: Work, batch: readonly Given[], last: boolean): Promise<boolean> {
  try {
    return await write(host, work, batch, last);
  } catch (fault) {
    if (isDiskFull(fault)) throw fault;
    console.warn('these mails are kept one by one', fault);
  }
  let goesOn = true;
  for (const [at, one] of batch.entries()) {
    const end = last && at === batch.length - 1;
    try {
      goesOn = (await write(host, work, [one], end)) && goesOn;
    } catch (fault) {
      if (isDiskFull(fault)) throw fault;
      console.error('a mail could not be taken in', fault);
      goesOn = (await write(host, work, [{ ...(await asUnreadable(one, host.now())), name: one.name }], end)) && goesOn;
    }
  }
  return goesOn;
}

async function asUnreadable({ mail, files }: ReadMail, now: number): Promise<ReadMail> {
  const raw = files.find(({ hash }) => hash === mail.rawHash);
  if (!raw) throw new Error('a mail without its bytes');
  const file = new File([raw.bytes as Uint8Array<ArrayBuffer>], 'message.eml');
  const found = { file, offset: 0, length: file.size, date: mail.receivedAt, marked: false };
  return unreadable(found, { channelId: mail.channelId, now }, 'crashed');
}

const write = ({ db, now }: Required<Host>, { importId, target }: Work, batch: readonly Given[], last: boolean): Promise<boolean> =>
  transact(db, async (tables) => {
    const row = await tables.imports.get(importId);
    if (!row) return false;
    const at = now();
    const into = await receiveAll(
      tables,
      target.inboxId,
      batch.map(({ mail }) => mail),
      at,
    );
    const fresh = batch.filter(({ mail }) => into.has(mail.ids.messageId));
    row.fresh += fresh.length;
    row.known += batch.length - fresh.length;
    row.unreadable += fresh.filter(({ mail }) => mail.unreadable).length;
    row.done += batch.length;
    if (batch.some(({ name }) => name !== undefined)) row.names = withNames(row.names, batch, (mail) => into.has(mail.ids.messageId));
    const goesOn = row.state !== 'stopping';
    if (last) row.state = 'done';
    else if (!goesOn) row.state = 'stopped';
    const brought: ImportedMail[] = [...into].map(([id, conversationId]) => ({ id, importId, conversationId }));
    await putFiles(
      tables,
      fresh.flatMap(({ files }) => files),
      at,
    );
    await tables.imported.bulkPut(brought);
    await tables.imports.put(row);
    return goesOn;
  });

/** The conversations mails went into, by their messages' ids; none for one that was here already. */
async function receiveAll(tables: StoreTables, inboxId: Id, mails: readonly ReadMail['mail'][], at: number): Promise<Map<Id, Id>> {
  const self = await me(tables);
  const inbox = await tables.inboxes.get(inboxId);
  if (!self || !inbox) throw new Error(`no inbox ${inboxId}`);
  const into = new Map<Id, Id>();
  const acts = new ActsTogether(tables, new Set(mails.flatMap(({ ids }) => Object.values(ids))));
  const by = { kind: 'system' as const, workspaceId: inbox.workspaceId };
  for (const mail of mails) {
    const { refused, writes } = await acts.run({ uuid: newId(), name: 'receiveMessage', args: mail, claimedAt: at, by });
    if (refused) throw new Error(`receiveMessage refused a mail: ${JSON.stringify(refused)}`);
    for (const { table, id, after } of writes) if (table === 'messages' && id === mail.ids.messageId && after) into.set(id, after.conversationId);
  }
  await acts.commit(self);
  return into;
}

async function putFiles(tables: StoreTables, files: ReadMail['files'], at: number): Promise<void> {
  const once = [...new Map(files.map((file) => [file.hash, file])).values()];
  const known = await tables.files.bulkGet(once.map(({ hash }) => hash));
  const fresh = once.filter((_, index) => !known[index]);
  await tables.files.bulkPut(
    fresh.map(({ hash, type, bytes }) => {
      const blob = new Blob([bytes as Uint8Array<ArrayBuffer>], { type });
      return { hash, blob, type, size: blob.size, state: 'local' as const, at };
    }),
  );
}
