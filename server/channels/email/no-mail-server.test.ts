import { expect, it } from 'vitest';
import { noMailServer } from './no-mail-server';
import { afterHandOver } from './send-outbound-mail';

it('I2 a hub others reach without a mail server says so on the message, which waits and is never called sent', async () => {
  const envelope = { from: 'a@hub.example', recipients: ['b@kunde.example'], raw: Buffer.from('') };
  const handedOver = await noMailServer(envelope);
  expect(handedOver.text).toBe('no-mail-server');
  expect(afterHandOver(handedOver, 1, 1000)).toEqual({ retryAt: 61_000 });
});
