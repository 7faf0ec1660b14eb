import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { PullResponse, PushResponse } from '../../sync/protocol';
import type { HandOver, MailTransport } from '../channels/email/mail-transport';

/**
 * What this process has done since it began, for whoever looks after the hub (Prometheus). Every label is a word of our own program: a route's
 * pattern, a code, a state. Never an address, name or id of anybody, never text of theirs.
 */
export class HubMetrics {
  readonly registry = new Registry();

  private readonly requests = new Histogram({
    name: 'samtale_http_request_seconds',
    help: 'Requests answered, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [this.registry],
  });
  private readonly acts = this.counter('samtale_sync_acts_total', 'Acts of clients settled: applied, or the code of why not', 'outcome');
  private readonly stops = this.counter('samtale_sync_pushes_stopped_total', 'Pushes that ended before their last act, by why', 'why');
  private readonly pulls = this.counter('samtale_sync_pulls_total', 'Pulls answered, by what was in them', 'answer');
  private readonly conflicts = this.counter('samtale_transaction_conflicts_total', 'Transactions run once more because of another', 'why');
  private readonly handOvers = this.counter('samtale_mail_hand_overs_total', 'Tries to hand a mail to a server, by way and result', 'way', 'result');
  private readonly taken = this.counter('samtale_mail_taken_in_total', 'Tries to take an accepted mail in, by result', 'result');

  constructor(devices: () => number, pool: (() => { total: number; idle: number; waiting: number }) | undefined) {
    const { registry } = this;
    collectDefaultMetrics({ register: registry });
    new Gauge({
      name: 'samtale_devices_connected',
      help: 'Devices with an open socket at this process',
      registers: [registry],
      collect() {
        this.set(devices());
      },
    });
    if (pool)
      new Gauge({
        name: 'samtale_database_connections',
        help: 'Connections of the pool, and requests that wait for one',
        labelNames: ['state'],
        registers: [registry],
        collect() {
          const { total, idle, waiting } = pool();
          this.set({ state: 'busy' }, total - idle);
          this.set({ state: 'idle' }, idle);
          this.set({ state: 'waiting' }, waiting);
        },
      });
  }

  answered(route: { method: string; route: string; status: number }, seconds: number) {
    this.requests.observe(route, seconds);
  }

  pushed({ outcomes, stopped }: PushResponse) {
    for (const { refused } of outcomes) this.acts.inc({ outcome: refused?.refused ?? 'applied' });
    if (stopped) this.stops.inc({ why: stopped.why });
  }

  pulled({ changes, reset }: PullResponse) {
    this.pulls.inc({ answer: reset.length > 0 ? 'reset' : changes.length > 0 ? 'news' : 'nothing' });
  }

  conflict(why: 'written-meanwhile' | 'database') {
    this.conflicts.inc({ why });
  }

  takenIn(result: 'done' | 'put-aside' | 'failed') {
    this.taken.inc({ result });
  }

  /** The same way out, counted. */
  counted(way: 'hub' | 'mailbox' | 'notice', transport: MailTransport): MailTransport {
    return async (envelope) => {
      const handedOver: HandOver = await transport(envelope);
      this.handOvers.inc({ way, result: handedOver.result });
      return handedOver;
    };
  }

  private counter<L extends string>(name: string, help: string, ...labelNames: L[]) {
    return new Counter({ name, help, labelNames, registers: [this.registry] });
  }
}
