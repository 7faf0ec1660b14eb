import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launchExtension } from '../../e2e/support/launch-extension';
import { ImportPage } from './import-page';
import { writeMbox } from './write-mbox';

/**
 * `npm run bench -- mbox [--megabytes 2000]`: an archive of that size comes into a workspace of this computer, in the built extension. The disk is full
 * once, it is stopped once, and goes on each time; then it is given once more, and undone. Prints what it measured, and fails when a mail
 * is missing or there twice.
 */
const { values } = parseArgs({
  args: process.argv.slice(3),
  options: { megabytes: { type: 'string', default: '2000' }, profile: { type: 'string' } },
});
const folder = mkdtempSync(join(tmpdir(), 'samtale-bench-mbox-'));
const launched = await launchExtension({ profile: join(folder, 'profile') });
const wrong: string[] = [];
const expect = (holds: boolean, words: string) => {
  if (!holds) wrong.push(words);
};
try {
  const archive = join(folder, 'archive.mbox');
  const { mails, bytes, rfcMessageIds } = writeMbox(archive, Number(values.megabytes));
  console.log(`${mails} mails, ${Math.round(bytes / 1e6)} MB`);
  const page = await ImportPage.open(launched, join(folder, 'profile'));
  if (values.profile) await page.startProfile();

  // The disk is full: said, and it goes on once there is room.
  await page.give(archive);
  await page.until(({ done }) => done >= mails * 0.1, mails);
  await page.room(false);
  const full = await page.until(({ state }) => state !== 'looking' && state !== 'running', mails);
  expect(full.state === 'disk-full' && full.done < mails, `without room it is ${full.state}`);
  console.log(`the disk full at ${full.done}: "${await page.words()}"`);
  await page.room(true);

  await page.give(archive);
  await page.until(({ done }) => done >= mails * 0.5, mails);
  await page.press('Stop');
  const stopped = await page.until(({ state }) => state === 'stopped', mails);
  console.log(`stopped at ${stopped.done}: "${await page.words()}"`);
  expect(stopped.done < mails, 'it was not stopped');

  await page.give(archive);
  const done = await page.until(({ state }) => state !== 'looking' && state !== 'running', mails);
  page.report(mails);
  expect(done.id === full.id, 'it did not go on as the same import');
  expect(done.state === 'done' && done.done === mails && done.fresh + done.known === mails, `at the end: ${JSON.stringify(done)}`);
  const counts = await page.messageIds();
  const lost = rfcMessageIds.filter((id) => !counts.has(id));
  const twice = rfcMessageIds.filter((id) => (counts.get(id) ?? 0) > 1);
  expect(lost.length === 0, `LOST ${lost.length}: ${lost.slice(0, 5).join(' ')}`);
  expect(twice.length === 0, `TWICE ${twice.length}: ${twice.slice(0, 5).join(' ')}`);
  const sum = [...counts.values()].reduce((all, count) => all + count, 0);
  expect(sum === done.fresh, `${sum} messages of ${done.fresh}`);
  console.log(`stored: ${await page.usage()} MB`);
  if (values.profile) await page.endProfile(values.profile);

  const again = performance.now();
  await page.give(archive);
  const known = await page.until(({ id, state }) => id !== done.id && state !== 'looking' && state !== 'running', mails);
  expect(known.fresh === 0 && known.known === mails, `given once more: ${JSON.stringify(known)}`);
  console.log(`given once more: ${known.known} known in ${Math.round((performance.now() - again) / 1000)} s`);

  const undoing = performance.now();
  await page.press('Undo');
  await page.until(({ state }) => state === 'undone', mails, done.id);
  const left = await page.left();
  expect(left === 0, `${left} rows are left after it was undone`);
  console.log(`undone in ${Math.round((performance.now() - undoing) / 1000)} s`);
  console.log(wrong.length === 0 ? 'nothing lost, nothing twice' : wrong.join('\n'));
  process.exitCode = wrong.length === 0 ? 0 : 1;
} finally {
  await launched.close();
  rmSync(folder, { recursive: true, force: true });
}
