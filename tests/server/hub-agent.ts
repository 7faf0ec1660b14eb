import { v7 } from 'uuid';
import type { Id } from '../../domain/model/ids';
import { BootstrapResponse, KnownActsResponse, PullResponse, type PushedMutation, PushResponse, type RowChange } from '../../sync/protocol';
import { AuthBrowser } from '../support/auth-browser';
import { AuthDevice } from '../support/auth-device';

/** An agent at a real hub: signed in as the extension does, speaking the protocol by hand. */
export class HubAgent {
  readonly clientId: Id = v7();
  private made = 0;

  private constructor(
    readonly url: string,
    public token: string,
    /** Its device and refresh token: whoever works for longer than an access token holds renews it. */
    private signedIn?: { device: AuthDevice; refreshToken: string },
  ) {}

  static async signIn(url: string, invitation: string, browser = new AuthBrowser()): Promise<HubAgent> {
    await browser.submit(await browser.get(invitation));
    const device = await AuthDevice.at(url);
    const { location } = await browser.get(device.authorizeUrl());
    const { status, body } = await device.exchange(new URL(location ?? '').searchParams.get('code') ?? '');
    if (status !== 200) throw new Error(`signing in was answered ${status}: ${JSON.stringify(body)}`);
    return new HubAgent(url, body.access_token, { device, refreshToken: body.refresh_token });
  }

  async renew(): Promise<void> {
    if (!this.signedIn) throw new Error('this agent was not signed in here');
    const { status, body } = await this.signedIn.device.refresh(this.signedIn.refreshToken);
    if (status !== 200) throw new Error(`renewing was answered ${status}: ${JSON.stringify(body)}`);
    this.token = body.access_token;
    this.signedIn.refreshToken = body.refresh_token;
  }

  /** The same agent on another device, at this hub or one beside it. */
  another = (url = this.url) => new HubAgent(url, this.token);

  act(name: string, args: object): PushedMutation {
    this.made += 1;
    return { id: this.made, uuid: v7(), name, args: args as PushedMutation['args'], schemaVersion: 1, claimedAt: Date.now() };
  }

  async push(mutations: PushedMutation[], url = this.url): Promise<PushResponse> {
    return PushResponse.parse(await this.post('/sync/push', { clientId: this.clientId, epoch: null, mutations }, url));
  }

  async pull(cursors: Record<string, number> = {}, url = this.url): Promise<PullResponse> {
    return PullResponse.parse(await this.post('/sync/pull', { clientId: this.clientId, epoch: null, cursors }, url)) as PullResponse;
  }

  /** Of these acts, those the hub has. */
  async knownActs(uuids: Id[]): Promise<Id[]> {
    return KnownActsResponse.parse(await this.post('/sync/acts', { uuids })).known;
  }

  /** Every row of the first inbox the agent is in. */
  async inboxRows(): Promise<RowChange[]> {
    const space = (await this.pull()).spaces.find((one) => one.startsWith('inbox:'));
    const rows: RowChange[] = [];
    let after: string | null = null;
    do {
      const page = BootstrapResponse.parse(await this.post('/sync/bootstrap', { clientId: this.clientId, space, after }));
      rows.push(...(page.rows as RowChange[]));
      after = page.after;
    } while (after !== null);
    return rows;
  }

  private async post(path: string, body: unknown, url = this.url): Promise<unknown> {
    const answer = await fetch(url + path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', authorization: `Bearer ${this.token}` },
    });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return answer.json();
  }
}
