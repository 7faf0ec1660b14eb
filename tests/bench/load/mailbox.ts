import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { HubProcess } from '../../e2e/support/hub-process';
import { PrivateDovecot } from '../../support/private-dovecot';
import { startPrivatePostgres } from '../../support/private-postgres';
import { SubmissionServer } from '../../support/submission-server';
import { whatIsWrong } from './check-mailbox';
import { importMailbox } from './import-mailbox';

/**
 * `npm run bench -- mailbox [--mails 20000] [--postgres]`: a mailbox of that many mails on a real Dovecot comes into a real hub, which is killed
 * in the middle. Prints what it measured, and fails when a mail is missing or there twice.
 */
const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    mails: { type: 'string', default: '20000' },
    postgres: { type: 'boolean', default: false },
    'no-kill': { type: 'boolean', default: false },
  },
});
const mails = Number(values.mails);
const folder = mkdtempSync(join(tmpdir(), 'samtale-bench-mailbox-'));
const ends: (() => Promise<unknown>)[] = [async () => rmSync(folder, { recursive: true, force: true })];
try {
  const dovecot = await PrivateDovecot.start();
  ends.push(() => dovecot.stop());
  const provider = await SubmissionServer.start({ secure: true, ...dovecot.certificate });
  ends.push(() => provider.close());
  writeFileSync(join(folder, 'ca.pem'), dovecot.certificate.cert);
  const env: Record<string, string> = { NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem') };
  if (values.postgres) {
    const postgres = await startPrivatePostgres();
    ends.push(() => postgres.stop());
    env.DATABASE_URL = await postgres.createDatabase('hub');
  }
  const data = join(folder, 'hub');
  const hub = await HubProcess.start({ data, env });
  ends.push(() => hub.kill());
  const brought = await importMailbox({ dovecot, provider, hub, mails, killAt: values['no-kill'] ? Number.POSITIVE_INFINITY : 0.4 });
  await hub.terminate();
  const wrong = await whatIsWrong({ data, databaseUrl: env.DATABASE_URL }, brought);
  console.log(wrong.length === 0 ? 'nothing lost, nothing twice' : wrong.join('\n'));
  process.exitCode = wrong.length === 0 ? 0 : 1;
} finally {
  for (const end of ends.reverse()) await end();
}
