import { expect, test } from './signed-in';
import { da, everyWidth, inDanish, look } from './support/danish';

test('ALL-3 ALL-4 SUR-3 in Danish nothing about a mail that is open in a webmail is cut off, and axe finds nothing', async ({ panel, sendMail }) => {
  const address = `maren.kirstine.thorvaldsen-lykkegaard.${process.pid}@konsulentfirmaet-nordvestjylland.example`;
  for (const subject of ['Tilbud på seks Skagen-stole i røget eg med mørkeblåt hynde', 'Levering'])
    await sendMail({ from: `Maren Kirstine Thorvaldsen-Lykkegaard <${address}>`, to: 'erhverv@havnegaard.example', subject, text: 'Hej' });
  await expect(
    panel
      .getByRole('option', { name: 'Maren Kirstine' })
      .or(panel.getByRole('button', { name: /new conversation/ }))
      .first(),
  ).toBeVisible();
  await inDanish(panel);
  for (const [who, name] of [
    [address, 'Maren'],
    [`ukendt.${address}`, ''],
  ] as const) {
    await press(panel, who, name);
    await panel.reload();
    await expect(panel.getByRole('heading', { name: da('mailTitle'), exact: true })).toBeVisible();
    await expect(panel.getByText(who === address ? da('mailConversations') : da('ctxUnknown'), { exact: true })).toBeVisible();
    await look(panel, `mail of ${name || 'nobody known'}`, everyWidth);
    await panel.keyboard.press('Escape');
    await expect(panel.getByRole('listbox')).toBeVisible();
  }
});

/** What the worker leaves for the panel when the button of a mail was pressed. */
const press = (panel: import('@playwright/test').Page, address: string, name: string) =>
  panel.evaluate(
    async ([to, called]) => {
      const { id } = await chrome.windows.getLastFocused({ windowTypes: ['normal'] });
      const mail = { provider: 'outlook', who: { address: to, name: called }, received: true, digest: 'x', shownDate: '13' };
      const db = await new Promise<IDBDatabase>((done, fail) => {
        const asked = indexedDB.open('samtale');
        asked.onsuccess = () => done(asked.result);
        asked.onerror = () => fail(asked.error);
      });
      const tx = db.transaction('settings', 'readwrite');
      tx.objectStore('settings').put({ key: 'pressed-mail', value: { mail, windowId: id, at: Date.now() } });
      await new Promise((done) => {
        tx.oncomplete = done;
      });
      db.close();
    },
    [address, name],
  );
