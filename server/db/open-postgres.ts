import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import type { Database, HubDatabase } from './database';

const reconnectAfter = 1000;

/** A PostgreSQL server (15 or newer) that any number of hub processes may share. */
export function openPostgres(url: string, report: (fault: unknown) => void): HubDatabase {
  const pool = new pg.Pool({ connectionString: url, max: 12, connectionTimeoutMillis: 10_000 });
  let closing = false;
  pool.on('error', (fault) => {
    if (!closing) report(fault);
  });
  const listeners = new Set<Listener>();
  return {
    db: drizzle(pool) as unknown as Database,
    kind: 'postgres',
    query: (text, values) => pool.query(text, values),
    pool: () => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    listen: async (channel, callback, onGap) => {
      const listener = new Listener(url, channel, callback, onGap, report);
      listeners.add(listener);
      await listener.start();
    },
    close: async () => {
      closing = true;
      await Promise.all([...listeners].map((listener) => listener.stop()));
      await pool.end();
    },
  };
}

/** One connection that listens, opened again when it breaks. */
class Listener {
  private client: pg.Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly url: string,
    private readonly channel: string,
    private readonly callback: (payload: string) => void,
    private readonly onGap: (() => void) | undefined,
    private readonly report: (fault: unknown) => void,
  ) {}

  async start() {
    const client = new pg.Client({ connectionString: this.url, connectionTimeoutMillis: 10_000, keepAlive: true });
    this.client = client;
    client.on('notification', ({ payload }) => this.callback(payload ?? ''));
    client.on('error', (fault) => {
      if (!this.stopped) this.report(fault);
    });
    client.on('end', () => this.reopen());
    await client.connect();
    await client.query(`listen ${pg.escapeIdentifier(this.channel)}`);
  }

  async stop() {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.client?.end();
  }

  private reopen() {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.start().then(this.onGap, (fault: unknown) => {
        this.report(fault);
        this.reopen();
      });
    }, reconnectAfter);
  }
}
