import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import * as z from 'zod/mini';
import { CdpPipe } from './cdp-pipe';
import { Tab } from './tab';

const Loaded = z.object({ id: z.string() });
const Targets = z.object({ targetInfos: z.array(z.object({ targetId: z.string(), type: z.string(), url: z.string() })) });

export interface BrowserOptions {
  program: string;
  profile: string;
  headless: boolean;
  /** The tab one sees first. */
  url: string;
}

/** A browser of its own profile, driven over a pipe that no other program can reach. It ends when this process does. */
export class Browser {
  private constructor(
    private readonly child: ChildProcess,
    readonly cdp: CdpPipe,
  ) {}

  static open({ program, profile, headless, url }: BrowserOptions): Browser {
    const flags = [
      `--user-data-dir=${profile}`,
      '--remote-debugging-pipe',
      '--enable-unsafe-extension-debugging',
      '--no-first-run',
      '--no-default-browser-check',
      ...(headless ? ['--headless=new'] : []),
      // Chromium refuses to run its sandbox as root.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ];
    const child = spawn(program, [...flags, url], { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
    const [, , , toBrowser, fromBrowser] = child.stdio;
    return new Browser(child, new CdpPipe(toBrowser as Writable, fromBrowser as Readable));
  }

  /** The person closed it, or it never came up. */
  onExit(listener: () => void) {
    this.child.once('exit', listener);
    this.child.once('error', listener);
  }

  /** The extension in this folder; not remembered by the profile, so done at every start. Answers its id. */
  async loadExtension(folder: string): Promise<string> {
    return Loaded.parse(await this.cdp.send('Extensions.loadUnpacked', { path: folder })).id;
  }

  /** Presses the extension's toolbar button beside the first tab. A tab that is just closing is listed a little longer than it can be used. */
  async pressToolbarButton(extensionId: string, timeout = 5_000) {
    const until = performance.now() + timeout;
    for (;;) {
      const [tab] = await this.targets('tab');
      if (!tab) return;
      try {
        await this.cdp.send('Extensions.triggerAction', { id: extensionId, targetId: tab.targetId });
        return;
      } catch (fault) {
        if (performance.now() > until) throw fault;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  }

  async targets(type: 'tab' | 'page' | 'service_worker') {
    const { targetInfos } = Targets.parse(await this.cdp.send('Target.getTargets', { filter: [{ type }] }));
    return targetInfos.filter((info) => info.type === type);
  }

  /** A page some other page opened, once it is there. */
  async waitForPage(fits: (url: string) => boolean, timeout = 15_000): Promise<Tab> {
    const until = performance.now() + timeout;
    for (;;) {
      const page = (await this.targets('page')).find(({ url }) => fits(url));
      if (page) return Tab.attach(this.cdp, page.targetId);
      if (performance.now() > until) throw new Error('the hub did not open its page');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  openTab = (url: string): Promise<Tab> => Tab.open(this.cdp, url);

  async close() {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = new Promise((resolve) => this.child.once('exit', resolve));
    // It may die before it answers; that it is gone is what counts.
    await Promise.race([
      this.cdp.send('Browser.close').then(
        () => gone,
        () => gone,
      ),
      new Promise((resolve) => setTimeout(resolve, 4000)),
    ]);
    this.child.kill('SIGKILL');
  }
}
