import { expect, test } from './fixtures';

test('the whole loop: a mail comes by SMTP, is answered in the real side panel, and the answer to it lands in the same conversation', async ({
  panel,
  realPanel,
  sendMail,
  sink,
}) => {
  await panel.close();
  const real = await realPanel();
  await real.waitFor("document.querySelectorAll('[role=option]').length > 0");

  const customer = '"Karen Blixt" <karen.blixt@mail.example>';
  const asked = await sendMail({
    from: customer,
    to: 'erhverv@havnegaard.example',
    subject: 'Tredive stole til et kulturhus',
    text: 'Hej\n\nKan I levere tredive stole i sort inden jul?\n\nKaren',
  });
  await real.waitForText('Tredive stole til et kulturhus');
  await real.click('option', 'Tredive stole til et kulturhus');
  await real.waitForText('Kan I levere tredive stole i sort inden jul?');

  await real.click('button', 'Reply to Karen');
  await real.click('textbox', 'Text of the reply');
  await real.type('Hej Karen. Ja, den 12. december.');
  await real.click('button', 'Send');

  const { mail, recipients } = await sink.waitFor('karen.blixt@mail.example', 'den 12. december');
  expect(recipients).toEqual(['karen.blixt@mail.example']);
  expect(mail.from).toMatchObject({ name: expect.stringMatching(/^Mette Kjær.*Havnegaard$/), address: 'erhverv@havnegaard.example' });
  expect(mail.subject).toBe('Re: Tredive stole til et kulturhus');
  expect(mail.inReplyTo).toBe(asked.messageId);
  expect(mail.references).toContain(asked.messageId);
  expect(mail.html).toContain('Ja, den 12. december.');
  expect(mail.text).toContain('Mette Kjær');
  await real.waitForText('Sent');

  await sendMail({
    from: customer,
    to: 'erhverv@havnegaard.example',
    subject: 'SV: Tredive stole til et kulturhus',
    inReplyTo: mail.messageId ?? '',
    references: [asked.messageId, mail.messageId ?? ''],
    text: 'Så siger vi det. Tak!\n\nDen 21. november skrev Havnegaard:\n> Hej Karen. Ja, den 12. december.',
  });
  // The thread is still open: the answer shows in it, under what we wrote.
  await real.waitForText('Så siger vi det. Tak!');
  const thread = await real.text();
  expect(thread.indexOf('Så siger vi det. Tak!')).toBeGreaterThan(thread.indexOf('Ja, den 12. december.'));
});
