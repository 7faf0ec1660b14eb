import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { AuthBrowser } from '../../tests/support/auth-browser';
import { type AuthHub, startAuthHub } from '../../tests/support/auth-hub';

let hub: AuthHub;
let browser: AuthBrowser;
beforeAll(async () => {
  hub = await startAuthHub();
});
afterAll(() => hub.stop());
beforeEach(async () => {
  await hub.forgetRates();
  browser = new AuthBrowser();
  hub.agents.clear();
  hub.alone.yes = true;
});

const made = (n: number) =>
  hub.addAgent({ id: `01900000-0000-7000-8000-00000000000${n}`, name: 'Hub administrator', email: `administrator${n}@samtale.example` });

it('INB-2 who comes first to a new hub says who they are and what the team is called', async () => {
  const { id } = made(1);
  const page = await browser.get(hub.invite(id).link);
  expect(page.text).toContain('You are the first here.');
  const self = { name: ' Mette Holm ', email: 'Mette@Havnegaard.example', team: 'Havnegaard Møbler', password: 'korrekt hest batteri' };
  expect((await browser.submit(page, self)).text).toContain('You are signed in');
  expect(hub.agents.get(id)).toMatchObject({ name: 'Mette Holm' });
  expect(hub.alone.team).toBe('Havnegaard Møbler');
  const again = new AuthBrowser();
  const login = { email: 'mette@havnegaard.example', password: self.password };
  expect((await again.submit(await again.get(`${hub.baseUrl}/login`), login)).text).toContain('You are signed in');
});

it('ALL-4 INB-2 who comes first is asked in the language of their Samtale, and what was named before is told which', async () => {
  const { id } = made(5);
  const page = await browser.get(`${hub.invite(id).link}?ui_locales=nb`);
  expect(page.text).toContain('<html lang="nb">');
  const self = { name: 'Kari', email: 'kari@havnegaard.example', team: 'Havnegaard' };
  expect((await browser.submit(page, self)).text).toContain('<html lang="nb">');
  expect(hub.alone.locale).toBe('nb');
});

it('a name, an address or a team that is none is said, and what was typed stays; then the same link works', async () => {
  const { id } = made(2);
  const { link } = hub.invite(id);
  for (const [wrong, words] of [
    [{ name: ' ' }, 'Write your name.'],
    [{ email: 'mette' }, 'That is not an e-mail address.'],
    [{ team: '' }, 'Write what your team is called.'],
  ] as const) {
    const answer = await browser.submit(await browser.get(link), { name: 'Mette', email: 'mette2@havnegaard.example', team: 'Vi', ...wrong });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(words);
    if (!('email' in wrong)) expect(answer.text).toContain('value="mette2@havnegaard.example"');
  }
  hub.addAgent({ id: '01900000-0000-7000-8000-0000000000aa', name: 'Bo', email: 'bo@havnegaard.example' });
  const taken = await browser.submit(await browser.get(link), { email: 'bo@havnegaard.example' });
  expect(taken.status).toBe(422);
  expect((await browser.submit(await browser.get(link), { email: 'mette2@havnegaard.example' })).status).toBe(200);
});

it('S10 a second link, and one for somebody with colleagues, asks nobody who they are', async () => {
  const { id } = made(3);
  await browser.submit(await browser.get(hub.invite(id).link));
  const second = await new AuthBrowser().get(hub.invite(id).link);
  expect(second.text).toContain('Sign in as Hub administrator');
  expect(second.text).not.toContain('name="team"');
  hub.alone.yes = false;
  const { id: other } = made(4);
  const link = hub.invite(other).link;
  const forged = await browser.submit(await browser.get(link), { name: 'Eva', email: 'eva@havnegaard.example', team: 'Os' });
  expect(forged.status).toBe(200);
  expect(hub.agents.get(other)).toMatchObject({ name: 'Hub administrator', email: 'administrator4@samtale.example' });
});
