import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { findPostgres } from '../../scripts/find/postgres';
import { HubProcess } from '../e2e/support/hub-process';
import { sendMail } from '../e2e/support/send-mail';
import { type PrivatePostgres, startPrivatePostgres } from '../support/private-postgres';
import { HubAgent } from './hub-agent';
import { until } from './until';

// Whole processes start here, perhaps on a busy machine.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 180_000 });

const guide = readFileSync(new URL('../../docs/guides/hub.md', import.meta.url), 'utf8');
const path = [findPostgres() ?? '', process.env.PATH ?? ''].join(delimiter);
let folder: string;
let postgres: PrivatePostgres;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'samtale-guide-'));
  postgres = await startPrivatePostgres();
});
afterAll(async () => {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the block of the guide that bears this name, as its reader would. */
function followGuide(name: string, env: Record<string, string> = {}) {
  const block = new RegExp(`\`\`\`sh ${name}\\n([^]*?)\`\`\``).exec(guide)?.[1];
  if (!block) throw new Error(`docs/guides/hub.md has no block "${name}"`);
  execFileSync('bash', ['-euo', 'pipefail', '-c', block], {
    cwd: folder,
    env: { ...process.env, ...env, PATH: path },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

async function takeMail(hub: HubProcess, agent: HubAgent, subject: string) {
  await sendMail(hub.smtp, { from: 'Bo <bo@kunde.example>', to: 'inbox@samtale.example', subject, text: 'Hej' });
  await until(async () => (await subjectsOf(agent)).includes(subject), `the mail "${subject}"`);
}
const mailsOf = async (agent: HubAgent) =>
  (await agent.inboxRows()).flatMap((change) => (change.table === 'messages' && change.row ? [change.row] : []));
const subjectsOf = async (agent: HubAgent) => (await mailsOf(agent)).map(({ subject }) => subject);
const signIn = (hub: HubProcess) => HubAgent.signIn(hub.url, hub.invitation);

/** What was there when the backup was made is there again with its original; what came later is not. */
async function expectRestored(agent: HubAgent, files: string) {
  const mails = await mailsOf(agent);
  expect(mails.map(({ subject }) => subject)).toEqual(['Before']);
  const hash = String(mails[0]?.rawHash);
  expect(readFileSync(join(files, hash.slice(0, 2), hash), 'utf8')).toContain('Subject: Before');
}

it('K12 the guide’s backup and restore of the embedded database bring back what was there', async () => {
  const data = join(folder, '.samtale', 'hub');
  mkdirSync(data, { recursive: true });
  const hub = await HubProcess.start({ data });
  try {
    const agent = await signIn(hub);
    await takeMail(hub, agent, 'Before');
    await hub.kill();
    followGuide('backup-embedded');
    await hub.restart();
    await takeMail(hub, agent, 'After');
    const { epoch } = await agent.pull();
    await hub.kill();

    followGuide('restore-embedded');
    expect(existsSync(join(folder, '.samtale', 'hub-before', 'database'))).toBe(true);
    await hub.restart();
    const again = await signIn(hub);
    await expectRestored(again, join(data, 'files'));
    expect((await again.pull()).epoch).not.toBe(epoch);
  } finally {
    await hub.stop();
  }
});

it('K12 the guide’s backup and restore of PostgreSQL bring back what was there, made while the hub worked', async () => {
  const env = { DATABASE_URL: await postgres.createDatabase('guide'), SAMTALE_FILES: join(folder, 'files') };
  const hub = await HubProcess.start({ env });
  try {
    const agent = await signIn(hub);
    await takeMail(hub, agent, 'Before');
    followGuide('backup-postgres', env);
    await takeMail(hub, agent, 'After');
  } finally {
    await hub.stop();
  }

  const restored = { NEW_DATABASE_URL: await postgres.createDatabase('guide_restored'), NEW_FILES: join(folder, 'files-restored') };
  followGuide('restore-postgres', restored);
  const again = await HubProcess.start({ env: { DATABASE_URL: restored.NEW_DATABASE_URL, SAMTALE_FILES: restored.NEW_FILES } });
  try {
    await expectRestored(await signIn(again), restored.NEW_FILES);
  } finally {
    await again.stop();
  }
});
