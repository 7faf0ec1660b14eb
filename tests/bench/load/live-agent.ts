import { BootstrapResponse } from '../../../sync/protocol';
import type { HubAgent } from '../../server/hub-agent';

/** An agent at work while much is going on: keeps up with the hub as the extension does. */
export class LiveAgent {
  private cursors: Record<string, number> = {};
  private readonly subjects = new Set<string>();
  private agentId = '';
  private away = false;
  private renewed = performance.now();

  constructor(
    private readonly url: string,
    private readonly agent: HubAgent,
  ) {}

  /** Takes over what the inbox has, so that pulls bring what comes. */
  async inboxId(): Promise<string> {
    const { spaces, agentId } = await this.agent.pull();
    const space = spaces.find((one) => one.startsWith('inbox:'));
    if (!space) throw new Error('the agent is in no inbox');
    this.agentId = agentId;
    const page = BootstrapResponse.parse(await this.ask('/sync/bootstrap', { clientId: this.agent.clientId, space, after: null }));
    this.cursors[space] = page.version;
    return space.slice('inbox:'.length);
  }

  async ask(path: string, body?: object): Promise<unknown> {
    const answer = await onceMore(() =>
      fetch(this.url + path, {
        headers: { authorization: `Bearer ${this.agent.token}`, 'content-type': 'application/json' },
        ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
      }),
    );
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return answer.json();
  }

  /** As a device does it, before its access token ends. */
  async keepSignedIn(): Promise<void> {
    if (performance.now() - this.renewed < 300_000) return;
    await this.agent.renew();
    this.renewed = performance.now();
  }

  /** One page of what is new. */
  async pull(): Promise<boolean> {
    const { changes, more } = await onceMore(() => this.agent.pull(this.cursors));
    for (const { space, to, rows } of changes) {
      this.cursors[space] = to;
      for (const { table, row } of rows) if (table === 'messages' && row && 'subject' in row) this.subjects.add(String(row.subject));
    }
    return more;
  }

  async act(): Promise<void> {
    this.away = !this.away;
    const { outcomes } = await this.agent.push([
      this.agent.act('setAvailability', { agentId: this.agentId, state: this.away ? 'away' : 'available' }),
    ]);
    if (outcomes[0]?.refused) throw new Error(`refused: ${JSON.stringify(outcomes[0].refused)}`);
  }

  /** Seconds until a mail of this subject has come by pulls alone. */
  async sees(subject: string): Promise<number> {
    const start = performance.now();
    while (!this.subjects.has(subject)) {
      await this.keepSignedIn();
      if (performance.now() - start > 600_000) throw new Error(`"${subject}" did not come within ten minutes`);
      if (!(await this.pull())) await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return (performance.now() - start) / 1000;
  }
}

/** A connection kept open may end the moment it is used again, on a machine that was slow in between. */
async function onceMore<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (fault) {
    if (!(fault instanceof TypeError)) throw fault;
    return ask();
  }
}
