import { writeFileSync } from 'node:fs';
import type { CDPSession, Page } from '@playwright/test';
import type { ImportRow } from '../../../utils/store/stored-rows';
import type { Launched } from '../../e2e/support/launch-extension';
import { databaseNames, readTable } from '../../e2e/support/read-store';
import { memoryOf } from './browser-memory';

const second = 1000;

/** The side panel with its dialog for importing mail, in a workspace of this computer, and what is measured while it works. */
export class ImportPage {
  private readonly marks: { at: number; done: number; state: string; cpu: number }[] = [];
  private readonly began = performance.now();
  private shown = 0;
  private most = { extension: 0, browser: 0, heap: 0 };

  private constructor(
    private readonly page: Page,
    private readonly devtools: CDPSession,
    private readonly profile: string,
    private readonly database: string,
  ) {}

  static async open({ context }: Launched, profile: string): Promise<ImportPage> {
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
    const page = await context.newPage();
    page.setDefaultTimeout(120 * second);
    await page.goto(`chrome-extension://${new URL(worker.url()).host}/sidepanel.html`);
    await page.getByRole('radio', { name: 'On this computer' }).check();
    await page.getByLabel('Your name').fill('Ida Berg');
    await page.getByLabel(/^Your own e-mail addresses/).fill('post@firma.dk');
    await page.getByRole('button', { name: 'Begin' }).click();
    await page.getByRole('button', { name: 'Language, theme and session' }).click();
    await page.getByRole('menuitem', { name: 'Import mail' }).click();
    await page.getByRole('dialog', { name: 'Import mail' }).waitFor();
    const database = (await databaseNames(page)).find((name) => name !== 'samtale');
    if (database === undefined) throw new Error('there is no workspace');
    const devtools = await context.newCDPSession(page);
    await devtools.send('Performance.enable');
    return new ImportPage(page, devtools, profile, database);
  }

  /** Chooses the archive, and waits until it is being read. */
  async give(path: string): Promise<void> {
    await this.page.locator('dialog input[type=file]').setInputFiles(path);
    await this.until(({ state }) => state === 'looking' || state === 'running', 0);
  }

  press = (name: string) => this.dialog.getByRole('button', { name, exact: true }).last().click();
  words = async () => (await this.dialog.getByRole('listitem').first().innerText()).replaceAll('\n', ' · ');
  messageIds = async () => {
    const counts = new Map<string, number>();
    for (const row of (await readTable(this.page, this.database, 'mailIds')) as { rfcMessageId: string }[])
      counts.set(row.rfcMessageId, (counts.get(row.rfcMessageId) ?? 0) + 1);
    return counts;
  };
  usage = async () => Math.round(((await this.page.evaluate(() => navigator.storage.estimate())).usage ?? 0) / 1e6);

  /** Rows of mails that are there. */
  async left(): Promise<number> {
    const tables = ['conversations', 'threads', 'mailIds', 'imported', 'bodies'];
    const rows = await Promise.all(tables.map((table) => readTable(this.page, this.database, table)));
    return rows.reduce((sum, { length }) => sum + length, 0);
  }

  /**
   * Whether the disk has room. An extension with `unlimitedStorage` has no quota but the disk's own, so its end is played where it shows: in the
   * error every write of a file is answered with.
   */
  room(there: boolean): Promise<void> {
    return this.page.evaluate((full) => {
      const own = globalThis as { putAsEver?: typeof IDBObjectStore.prototype.put };
      own.putAsEver ??= IDBObjectStore.prototype.put;
      const put = own.putAsEver;
      IDBObjectStore.prototype.put = !full
        ? put
        : function (this: IDBObjectStore, ...row: Parameters<typeof put>) {
            if (this.name === 'files') throw new DOMException('there is no room', 'QuotaExceededError');
            return put.apply(this, row);
          };
    }, !there);
  }

  async startProfile() {
    await this.devtools.send('Profiler.enable');
    await this.devtools.send('Profiler.start');
  }

  async endProfile(path: string) {
    writeFileSync(path, JSON.stringify((await this.devtools.send('Profiler.stop')).profile));
  }

  /** Waits until the newest import is so, and looks at what it costs meanwhile. */
  async until(holds: (row: ImportRow) => boolean, mails: number, id?: string): Promise<ImportRow> {
    let said = performance.now();
    for (;;) {
      const rows = (await readTable(this.page, this.database, 'imports')) as ImportRow[];
      const row = id === undefined ? rows.sort((a, b) => b.at - a.at)[0] : rows.find((one) => one.id === id);
      await this.measure(row);
      if (row && holds(row)) return row;
      if (row && performance.now() - said > 10 * second) {
        said = performance.now();
        console.log(
          `${Math.round((said - this.began) / second)} s: ${row.state} ${row.done}/${mails}, extension ${this.most.extension} MB, browser ${this.most.browser} MB at most`,
        );
      }
      await new Promise((resolve) => setTimeout(resolve, second));
    }
  }

  report(mails: number) {
    const running = this.marks.filter(({ state }) => state === 'running');
    const fifths = [0, 1, 2, 3, 4].map((fifth) => {
      const some = running.filter(({ done }) => done >= (mails * fifth) / 5 && done <= (mails * (fifth + 1)) / 5);
      const sum = { took: 0, came: 0, cpu: 0 };
      for (const [n, mark] of some.entries()) {
        const before = some[n - 1];
        if (!before || mark.at - before.at > 10) continue;
        sum.took += mark.at - before.at;
        sum.came += mark.done - before.done;
        sum.cpu += mark.cpu - before.cpu;
      }
      return { rate: Math.round(sum.came / sum.took), cpu: Math.round((sum.cpu * 1000) / sum.came) };
    });
    const listed = (of: 'rate' | 'cpu') => fifths.map((fifth) => fifth[of]).join(', ');
    console.log(`mails/s by fifths: ${listed('rate')}; ms of the browser's CPU a mail: ${listed('cpu')}`);
    console.log(
      `memory at most: the extension's process ${this.most.extension} MB, of it the page's own heap ${this.most.heap} MB; the browser ${this.most.browser} MB`,
    );
    console.log(`progress was shown ${this.shown} times`);
  }

  private get dialog() {
    return this.page.getByRole('dialog', { name: 'Import mail' });
  }

  private async measure(row: ImportRow | undefined) {
    const { extension, browser, cpu } = memoryOf(this.profile);
    const { metrics } = await this.devtools.send('Performance.getMetrics');
    const heap = Math.round((metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0) / 1e6);
    this.most = {
      extension: Math.max(this.most.extension, extension),
      browser: Math.max(this.most.browser, browser),
      heap: Math.max(this.most.heap, heap),
    };
    if (!row) return;
    this.marks.push({ at: (performance.now() - this.began) / second, done: row.done, state: row.state, cpu });
    if (row.state === 'running' && (await this.dialog.locator(`progress[max="${row.total}"]`).count()) > 0) this.shown += 1;
  }
}
