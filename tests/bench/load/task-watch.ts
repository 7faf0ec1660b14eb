import type { BrowserContext, CDPSession } from '@playwright/test';

interface TraceEvent {
  ph: string;
  name: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  tdur?: number;
  args?: { name?: string; data?: Record<string, unknown> };
}

/** What one thread of the extension did. A task takes `ms` on the clock and `cpu` ms of the processor: on a machine that does much else it waits in between. */
export interface ThreadTasks {
  thread: 'page' | 'worker';
  tasks: { ms: number; cpu: number }[];
}

const categories = ['toplevel', '__metadata'];
const threads: Record<string, ThreadTasks['thread']> = { CrRendererMain: 'page', 'ServiceWorker thread': 'worker' };

/** Every task of the extension's page and worker from now on, by the browser's own trace: a worker has no observer for its long ones. */
export async function watchTasks(context: BrowserContext): Promise<() => Promise<ThreadTasks[]>> {
  const session = await sessionOf(context);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: categories, recordMode: 'recordAsMuchAsPossible' },
  });
  return async () => {
    const ended = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
    await session.send('Tracing.end');
    await ended;
    await session.detach();
    return tasksOf(events);
  };
}

async function sessionOf(context: BrowserContext): Promise<CDPSession> {
  const browser = context.browser();
  if (!browser) throw new Error('this context has no browser of its own');
  return browser.newBrowserCDPSession();
}

/** Those of the process in which the worker runs: pages of the extension share it. */
function tasksOf(events: readonly TraceEvent[]): ThreadTasks[] {
  const names = new Map(events.flatMap(({ name, pid, tid, args }) => (name === 'thread_name' ? [[`${pid}/${tid}`, args?.name ?? ''] as const] : [])));
  const own = events.find(({ pid, tid }) => names.get(`${pid}/${tid}`) === 'ServiceWorker thread')?.pid;
  return Object.entries(threads).map(([name, thread]) => {
    const runs = events.filter((event) => event.name.endsWith('RunTask') && event.pid === own && names.get(`${event.pid}/${event.tid}`) === name);
    return { thread, tasks: runs.map(({ dur = 0, tdur = dur }) => ({ ms: dur / 1000, cpu: tdur / 1000 })) };
  });
}
