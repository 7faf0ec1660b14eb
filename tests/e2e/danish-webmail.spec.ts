import { expect, test } from './signed-in';
import { da, everyWidth, inDanish, look, panelWidths } from './support/danish';

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
  const people = [
    [address, 'Maren'],
    [`ukendt.${address}`, ''],
  ] as const;
  for (const [who, name] of people) {
    await press(panel, who, name);
    await panel.reload();
    await expect(panel.getByRole('heading', { name: da('logAction'), exact: true })).toBeVisible();
    await expect(panel.getByText(who === address ? da('mailConversations') : da('ctxUnknown'), { exact: true })).toBeVisible();
    await look(panel, `mail of ${name || 'nobody known'}`, everyWidth);
    await panel.keyboard.press('Escape');
    await expect(panel.getByRole('listbox')).toBeVisible();
  }
  // As the page answers where the mail is open still.
  await panel.addInitScript(answerAsPage);
  for (const [who, name] of people) {
    await press(panel, who, name);
    await panel.reload();
    await expect(panel.getByRole('button', { name: da('logIt') })).toBeVisible();
    await look(panel, `log mail of ${name || 'nobody known'}`, everyWidth);
    await panel.getByRole('radio', { name: da('logWhole', { count: '2' }) }).check();
    for (const menu of [`${da('owner')} Mette`, `${da('ctxTicket')}: `, `${da('settingsInbox')}: `])
      await look(panel, `log mail of ${name || 'nobody known'} ${menu}`, panelWidths, () => panel.getByRole('button', { name: menu }).click());
    await panel.getByRole('button', { name: da('chnCancel') }).click();
    await expect(panel.getByRole('listbox')).toBeVisible();
  }
  await panel.addInitScript(() => {
    (globalThis as unknown as { refusal: string }).refusal = 'confidential';
  });
  await press(panel, address, 'Maren');
  await panel.reload();
  await expect(panel.getByText(da('refusal_confidential-not-logged'))).toBeVisible();
  await look(panel, 'mail that may not be logged', everyWidth);
});

/** Runs in the panel: the answer of a page with two long mails open, whichever is asked for. */
function answerAsPage() {
  const sendMessage = (_: number, { mail }: { mail: { who: { address: string } } }, answered?: (answer: unknown) => void) => {
    const one = {
      shown: mail,
      from: { address: mail.who.address, name: 'Maren Kirstine Thorvaldsen-Lykkegaard' },
      recipients: [
        { address: 'indkoeb.og.logistik@moebelfabrikken-havnegaard.example', name: 'Indkøb og logistik, Møbelfabrikken Havnegaard', as: 'to' },
        { address: 'bo@havnegaard.example', as: 'cc' },
      ],
      subject: 'Tilbud på seks Skagen-stole i røget eg med mørkeblåt hynde',
      markup:
        '<p>Hej Mette</p><p>Kan I sende et tilbud på seks Skagen-stole i røget eg med mørkeblåt hynde, leveret i uge 48?</p><p>Hilsen Maren</p>',
      isCut: false,
      own: false,
      refusal: (globalThis as unknown as { refusal?: string }).refusal,
      attachments: ['Indkøbsbetingelser-2026-endelig-version.pdf', 'tegning.png'],
    };
    const answer = { mails: [one, { ...one, shown: { ...mail, digest: 'y' } }], at: 0, folded: 1 };
    answered?.(answer);
    return Promise.resolve(answer);
  };
  const { browser } = globalThis as unknown as { browser?: typeof chrome };
  for (const { tabs } of browser ? [chrome, browser] : [chrome])
    Object.defineProperty(tabs, 'sendMessage', { value: sendMessage, configurable: true });
}

/** What the worker leaves for the panel when the button of a mail was pressed. */
const press = (panel: import('@playwright/test').Page, address: string, name: string) =>
  panel.evaluate(
    async ([to, called]) => {
      const { id } = await chrome.windows.getLastFocused({ windowTypes: ['normal'] });
      const mail = { provider: 'outlook', who: { address: to, name: called }, received: true, digest: 'x', shownDate: '13', seenIn: null };
      const db = await new Promise<IDBDatabase>((done, fail) => {
        const asked = indexedDB.open('samtale');
        asked.onsuccess = () => done(asked.result);
        asked.onerror = () => fail(asked.error);
      });
      const tx = db.transaction('settings', 'readwrite');
      tx.objectStore('settings').put({ key: 'pressed-mail', value: { mail, windowId: id, tabId: 4711, at: Date.now() } });
      await new Promise((done) => {
        tx.oncomplete = done;
      });
      db.close();
    },
    [address, name],
  );
