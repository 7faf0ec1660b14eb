import type { Worker } from '@playwright/test';
import { expect, test } from './fixtures';
import { administrator } from './support/administrator';
import { arrivedRow, reply, settled } from './support/conversation';
import { HubProcess } from './support/hub-process';
import { sendMail } from './support/send-mail';

/** What the browser shows on the toolbar button, the colour as in the design. */
const badgeOf = (worker: Worker) =>
  worker.evaluate(async () => {
    const [red, green, blue] = await chrome.action.getBadgeBackgroundColor({});
    const color = `#${[red, green, blue].map((part) => (part ?? 0).toString(16).padStart(2, '0')).join('')}`;
    return { text: await chrome.action.getBadgeText({}), color, title: await chrome.action.getTitle({}) };
  });

/** The worker's clock stands this much later, and its alarm of every minute rings. */
const ring = (worker: Worker, hours: number) =>
  worker.evaluate(async (by) => {
    Date.now = () => performance.timeOrigin + performance.now() + by * 3_600_000;
    const [alarm] = await chrome.alarms.getAll();
    (chrome.alarms.onAlarm as unknown as { dispatch(alarm: unknown): void }).dispatch(alarm);
  }, hours);

test('SUR-4 the badge counts mine that wait, turns brick once one is late, and back when it is answered', async ({ context, openPage, worker }) => {
  // A hub of its own: what is late in the sample's is so already.
  const hub = await HubProcess.start();
  try {
    const panel = await openPage('sidepanel.html');
    await administrator(hub, { context, page: panel });
    await panel.locator('header.bar').waitFor({ timeout: 60_000 });
    const settings = await openPage('options.html');
    await settings.setViewportSize({ width: 1280, height: 800 });
    await settings.getByRole('link', { name: 'Name and rules' }).click();
    await settings.getByLabel('Answer within').selectOption({ label: '4 h' });
    await settings.getByRole('button', { name: 'Save' }).click();
    await expect(settings.getByRole('button', { name: 'Save' })).toHaveAttribute('aria-disabled', 'true');
    await settled(panel);
    await settings.close();
    await expect.poll(() => badgeOf(worker)).toMatchObject({ text: '', title: 'Samtale' });

    for (const subject of ['Den ene', 'Den anden']) {
      await sendMail(hub.smtp, { from: 'kari@kunde.example', to: 'inbox@samtale.example', subject, text: 'Hej' });
      await (await arrivedRow(panel, subject)).click();
      await panel.keyboard.press('a');
      await settled(panel);
      await panel.getByRole('button', { name: 'Back to the list' }).click();
    }
    const inTime = { text: '2', color: '#0a5f72', title: 'Samtale, 2 waiting' };
    await expect.poll(() => badgeOf(worker)).toEqual(inTime);
    await ring(worker, 3);
    await expect.poll(() => badgeOf(worker)).toEqual(inTime);
    await ring(worker, 5);
    await expect.poll(() => badgeOf(worker)).toEqual({ text: '2', color: '#a3301d', title: 'Samtale, 2 waiting, 2 late' });

    // Whoever is answered neither waits nor is late; the other one still is.
    await panel.getByRole('navigation').getByRole('button', { name: /^Mine/ }).click();
    for (const left of [
      { subject: 'Den ene', badge: { text: '1', color: '#a3301d', title: 'Samtale, 1 waiting, 1 late' } },
      { subject: 'Den anden', badge: { text: '', color: '#0a5f72', title: 'Samtale' } },
    ]) {
      await panel.getByRole('option', { name: left.subject }).click();
      await reply(panel, 'Det er klar.');
      await expect.poll(() => badgeOf(worker)).toEqual(left.badge);
      await panel.getByRole('button', { name: 'Back to the list' }).click();
    }
  } finally {
    await hub.stop();
  }
});
