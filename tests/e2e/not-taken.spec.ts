import { expect, test } from './signed-in';
import { newConversation, settled } from './support/conversation';
import { da, everyWidth, inDanish, look } from './support/danish';
import { takeLook } from './support/take-look';

test('I2 RPL-8 ALL-4 a mail its server takes for some says under it whom it was not taken for, in the reader’s language, and quotes the server', async ({
  panel,
  sendMail,
  sink,
}) => {
  const { customer, subject } = await newConversation(panel, sendMail);
  const gone = `bogholderiet.fratraadt${process.pid}@moebelsnedkeriet-havnegaard.example`;
  sink.unknown.add(gone);
  await panel.keyboard.press('r');
  await panel.getByRole('button', { name: 'Cc Bcc' }).click();
  await panel.getByLabel('Cc', { exact: true }).fill(`${gone},`);
  await panel.getByRole('textbox', { name: 'Text of the reply' }).click();
  await panel.keyboard.insertText('Kopi til bogholderiet');
  await panel.keyboard.press('Control+Enter');
  const { recipients } = await sink.waitFor(customer, 'Kopi til bogholderiet');
  expect(recipients).toEqual([customer]);
  const entry = panel.getByRole('article', { name: /^Sent by/ });
  await expect(entry).toContainText('Not sent to everyone', { timeout: 40_000 });
  await expect(entry.getByRole('listitem').filter({ hasText: gone })).toContainText('The mail server said: “550 5.1.1 no such user here”');
  await expect(entry).toContainText(/Sent \d\d:\d\d/);
  await takeLook(panel, 'not-taken');
  await settled(panel);

  await panel.keyboard.press('Escape');
  await inDanish(panel);
  await panel.getByRole('option', { name: subject }).click();
  const said = panel.getByText(da('deliveryServerSaid', { words: '550 5.1.1 no such user here' }));
  await said.waitFor();
  await expect(panel.getByText(da('deliveryNotTakenWayOn'))).toBeVisible();
  await said.scrollIntoViewIfNeeded();
  await look(panel, 'not taken for everyone', everyWidth);
});
