import { afterAll, beforeAll, expect, it } from 'vitest';
import { AuthBrowser } from '../../tests/support/auth-browser';
import { type AuthHub, startAuthHub } from '../../tests/support/auth-hub';
import { visitorOf } from './visitor-of';

let hub: AuthHub;
beforeAll(async () => {
  hub = await startAuthHub();
});
afterAll(() => hub.stop());

it('ALL-4 who signed in at a browser is known to the pages of the hub, until they are deactivated; of another’s cookie nobody is', async () => {
  const browser = new AuthBrowser();
  const ann = { name: 'Ann Holm', email: 'ann@havnegaard.example', password: 'korrekt hest batteri' };
  expect((await browser.submit(await browser.get(hub.invite().link), ann)).status).toBe(200);
  const session = browser.cookie('samtale.session_token');
  expect(session).toBeTruthy();
  const visitor = (cookie: string) => visitorOf(hub.host, hub.auth)(new Request(hub.baseUrl, { headers: { cookie } }));
  const agent = [...hub.agents.values()].find(({ email }) => email === ann.email);
  if (!agent) throw new Error('she has joined');
  expect(await visitor(`samtale.session_token=${session}`)).toBe(agent.id);
  expect(await visitor('')).toBeUndefined();
  expect(await visitor(`samtale.session_token=${session?.slice(0, -9)}AAAAAAAAA`)).toBeUndefined();
  hub.agents.set(agent.id, { ...agent, active: false });
  expect(await visitor(`samtale.session_token=${session}`)).toBeUndefined();
});
