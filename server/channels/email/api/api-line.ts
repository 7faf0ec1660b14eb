import type { Id } from '../../../../domain/model/ids';
import { MailboxLost } from '../imap/catch-up';
import { type Fetched, keepFetched } from '../imap/keep-fetched';
import type { Look, MailboxLine } from '../imap/mailbox-line';
import type { MailboxRow } from '../imap/mailbox-schema';
import type { TakeLimits } from '../imap/plan-take';
import type { Wake } from '../imap/wake';
import type { FileStore } from '../ports';
import type { MailApi, RemoteMail } from './mail-api';
import type { Reached, TakenMails } from './taken-mails';

export interface ApiLineHost {
  taken: TakenMails;
  files: FileStore;
  owner: Id;
  now(): number;
  /** Mails were kept and wait to be taken in. */
  kept(): void;
  stopped(): boolean;
}

/** So many are fetched at once: Microsoft allows four requests to a mailbox at a time, and one is for sending. */
const atOnce = 3;
/** A provider tells the second a mail came in, no more: what comes in the one in which the mailbox was connected came since. */
const wholeSecond = (ms: number) => ms - (ms % 1000);

/** A mailbox by its provider's API: asked every few seconds what is new, since it tells nothing by itself. */
export class ApiLine implements MailboxLine {
  constructor(
    private readonly mailbox: MailboxRow,
    private readonly api: MailApi,
    private readonly host: ApiLineHost,
    private readonly resting: { wake: Wake; times: { ask: number } },
  ) {}

  async connect() {}

  async look(archived: boolean): Promise<Look> {
    const { channelId, importSince, connectedAt } = this.mailbox;
    const before = await this.host.taken.reached(channelId);
    const archivedBefore = archived ? wholeSecond(connectedAt) : undefined;
    const { mails, cursor, archiveMissing } = await this.api.changes(before.cursor, { since: wholeSecond(importSince), archivedBefore });
    const fresh = await this.host.taken.unknown(channelId, mails);
    const reached = { ...before, found: before.taken + fresh.length };
    return {
      count: fresh.length,
      // Wherever a mail is moved meanwhile, it keeps its id and is fetched.
      archive: !archived ? undefined : archiveMissing ? 'missing' : 'through',
      take: (limits) => this.takeAll(fresh, { before, reached, cursor, limits }),
    };
  }

  rest = () => this.resting.wake.sleep(this.resting.times.ask);

  close() {
    this.resting.wake.wake();
  }

  private async takeAll(
    fresh: RemoteMail[],
    { before, reached, cursor, limits }: { before: Reached; reached: Reached; cursor: string; limits(): TakeLimits },
  ) {
    if (fresh.length === 0 && cursor === before.cursor) return;
    let at = 0;
    // How much there is, for whoever looks on, before the first of it is here.
    if (fresh.length > 0) await this.keep([], [], reached);
    while (at < fresh.length && !this.host.stopped()) {
      const { done, mails } = await this.fetchSome(fresh.slice(at), limits());
      at += done.length;
      await this.keep(done, mails, { ...reached, taken: reached.taken + at });
    }
    // The cursor moves when all before it has been taken: whoever is stopped in between looks again, and fetches none twice.
    if (at === fresh.length) await this.keep([], [], { ...reached, taken: reached.taken + at, cursor });
  }

  private async fetchSome(fresh: RemoteMail[], limits: TakeLimits): Promise<{ done: string[]; mails: Fetched[] }> {
    const done: string[] = [];
    const mails: Fetched[] = [];
    let bytes = 0;
    while (done.length < fresh.length && done.length < limits.mails && bytes < limits.bytes && !this.host.stopped()) {
      const some = fresh.slice(done.length, done.length + Math.min(atOnce, limits.mails));
      for (const mail of await Promise.all(some.map((one) => this.api.fetch(one)))) {
        if (!mail || mail.at < wholeSecond(this.mailbox.importSince)) continue;
        bytes += mail.raw.length;
        mails.push(mail);
      }
      done.push(...some.map(({ id }) => id));
    }
    return { done, mails };
  }

  private async keep(done: string[], mails: Fetched[], reached: Reached) {
    const { files, now, owner, taken, kept } = this.host;
    const rows = await keepFetched(mails, this.mailbox, { files, now: now() });
    if (!(await taken.take(owner, this.mailbox.channelId, { done, rows, reached }))) throw new MailboxLost();
    if (rows.length > 0) kept();
  }
}
