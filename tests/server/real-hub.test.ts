import { spawn } from 'node:child_process';
import { cp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { RowChange } from '../../sync/protocol';
import { HubProcess, ReadyLine } from '../e2e/support/hub-process';
import { sendMail } from '../e2e/support/send-mail';
import { HubAgent } from './hub-agent';
import { LosingProxy } from './losing-proxy';
import { until } from './until';

// Whole processes start and are killed here, perhaps on a busy machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let hub: HubProcess;
let agent: HubAgent;
beforeAll(async () => {
  hub = await HubProcess.start();
  agent = await HubAgent.signIn(hub.url, hub.invitation);
});
afterAll(() => hub.stop());

const address = 'inbox@samtale.example';
const conversationsIn = (rows: RowChange[]) => rows.flatMap((change) => (change.table === 'conversations' && change.row ? [change.row] : []));
const messagesIn = (rows: RowChange[]) => rows.flatMap((change) => (change.table === 'messages' && change.row ? [change.row] : []));

/** A customer's mail, taken in. */
async function mailIn(subject: string) {
  await sendMail(hub.smtp, { from: 'Bo <bo@kunde.example>', to: address, subject, text: 'Hello' });
  let found: ReturnType<typeof conversationsIn>[number] | undefined;
  await until(async () => {
    found = conversationsIn(await agent.inboxRows()).find((row) => row.subject === subject);
    return found !== undefined;
  }, `the mail "${subject}"`);
  if (!found) throw new Error('no mail');
  return found;
}
const comment = (conversationId: string) => ({
  messageId: v7(),
  conversationId,
  text: 'noted',
  html: '<p>noted</p>',
  mentions: [],
  attachments: [],
  draftId: null,
});
const commentsOf = async (conversationId: string) =>
  messagesIn(await agent.inboxRows()).filter((message) => message.conversationId === conversationId && message.kind === 'comment').length;

/** Starts a hub that is expected not to come up, and answers what it said. */
const refusedStart = (...args: string[]) =>
  new Promise<{ code: number | null; said: string }>((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts', ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += String(chunk);
    });
    child.on('exit', (code) => resolve({ code, said }));
  });

/** A hub on this folder, whatever is in it already. */
const startOn = (data: string) =>
  new Promise<{ url: string; stop(): Promise<unknown> }>((resolve, reject) => {
    const args = ['--import', 'tsx', 'server/main.ts', '--data', data, '--port', '0', '--smtp-port', '0', '--json'];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = new Promise((end) => child.on('exit', end));
    child.on('exit', (code) => reject(new Error(`the hub ended (${code})`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const stop = () => {
        child.kill('SIGTERM');
        return ended;
      };
      resolve({ url: ReadyLine.parse(JSON.parse(line)).url, stop });
    });
  });

describe('a push whose answer is lost', () => {
  it('F2 on the line is applied once', async () => {
    const { id } = await mailIn('F2');
    const mutations = [agent.act('addComment', comment(id))];
    const proxy = await LosingProxy.before(hub.url);
    await expect(agent.push(mutations, proxy.url)).rejects.toThrow();
    proxy.close();
    expect((await agent.push(mutations)).outcomes).toEqual([{ id: mutations[0]?.id, uuid: mutations[0]?.uuid, refused: null }]);
    expect(await commentsOf(id)).toBe(1);
  });

  it('F7 by a hub killed after its commit is applied once', async () => {
    const { id } = await mailIn('F7');
    const mutations = [agent.act('addComment', comment(id))];
    const proxy = await LosingProxy.before(hub.url, () => hub.kill());
    await expect(agent.push(mutations, proxy.url)).rejects.toThrow();
    proxy.close();
    await hub.restart();
    expect((await agent.push(mutations)).outcomes).toMatchObject([{ uuid: mutations[0]?.uuid, refused: null }]);
    expect(await commentsOf(id)).toBe(1);
  });
});

it('a reply goes out once, into the local mailbox, also when the hub is killed right after it was queued', async () => {
  const conversation = await mailIn('Reply');
  const reply = {
    messageId: v7(),
    conversationId: conversation.id,
    channelId: conversation.channelId,
    to: [{ name: 'Bo', address: 'bo@kunde.example' }],
    cc: [],
    bcc: [],
    subject: 'Re: Reply',
    text: 'Our answer',
    html: '<p>Our answer</p>',
    attachments: [],
    inReplyTo: null,
    draftId: null,
  };
  const stateOf = async () => messagesIn(await agent.inboxRows()).find((message) => message.id === reply.messageId)?.delivery?.state;
  expect((await agent.push([agent.act('sendReply', reply)])).outcomes).toMatchObject([{ refused: null }]);
  await hub.kill();
  await hub.restart();
  await until(async () => ['sent', 'unknown'].includes((await stateOf()) ?? ''), 'the end of the mail');
  const mailbox = await (await fetch(`${hub.url}/mailbox`)).text();
  expect(mailbox.split('Re: Reply').length - 1).toBeLessThanOrEqual(1);
  if ((await stateOf()) === 'sent') expect(mailbox).toContain('bo@kunde.example');
});

describe('starting and stopping', () => {
  it('a second hub on the same folder is refused with a sentence', async () => {
    const { code, said } = await refusedStart('--data', hub.data, '--port', '0', '--smtp-port', '0');
    expect(code).toBe(1);
    expect(said).toMatch(/^The hub did not start: another hub is running on .*--data/);
  });

  it.each(['--port', '--smtp-port'])('a taken port is named with its option %s', async (option) => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const bound = taken.address();
    const port = bound && typeof bound === 'object' ? bound.port : 0;
    const other = option === '--port' ? '--smtp-port' : '--port';
    const { code, said } = await refusedStart('--data', `${hub.data}/other${option}`, other, '0', option, String(port));
    taken.close();
    expect(code).toBe(1);
    expect(said).toContain(`port ${port}`);
    expect(said).toContain(`choose another with ${option}`);
  });

  it('K12 stopped or killed it starts again as the same hub, with everything', async () => {
    await mailIn('Stays');
    const [before, { epoch }] = [conversationsIn(await agent.inboxRows()).length, await agent.pull()];
    await hub.restart();
    expect((await agent.pull()).epoch).toBe(epoch);
    await hub.kill();
    await hub.restart();
    expect((await agent.pull()).epoch).toBe(epoch);
    expect(conversationsIn(await agent.inboxRows())).toHaveLength(before);
  });

  it('K12 on a copy of its folder it is another hub: what a backup held is not sent from there', async () => {
    const { epoch } = await agent.pull();
    await hub.kill();
    const copy = `${hub.data}-copy`;
    await cp(hub.data, copy, { recursive: true });
    const other = await startOn(copy);
    expect((await agent.pull({}, other.url)).epoch).not.toBe(epoch);
    await other.stop();
    await rm(copy, { recursive: true });
    await hub.restart();
    expect((await agent.pull()).epoch).toBe(epoch);
  });
});
