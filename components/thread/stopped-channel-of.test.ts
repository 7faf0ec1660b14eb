import { expect, it } from 'vitest';
import type { Mailbox } from '../../domain/model/mailbox';
import { channelRow, messageRow } from '../../tests/support/rows';
import { stoppedChannelOf } from './stopped-channel-of';

const words = '535 No.';
const mailbox = (over: Partial<Mailbox>): Mailbox => ({ importSince: 0, standing: { state: 'working', since: 0 }, ...over });
const stopped = {
  ...channelRow(1, 10, 'post@firma.dk'),
  mailbox: mailbox({ sending: { since: 0, problem: { code: 'sign-in-refused', server: 'smtp', words } } }),
};
const signedOut = { ...channelRow(2, 10, 'salg@firma.dk'), mailbox: mailbox({ standing: { state: 'signed-out', since: 0 } }) };
const working = { ...channelRow(3, 10, 'info@firma.dk'), mailbox: mailbox({}) };
const elsewhere = channelRow(4, 11, 'andre@firma.dk');
const waiting = (text: string) => messageRow(5, 10, 6, { direction: 'out', delivery: { state: 'queued', at: 0, text } });

it('CHN-4 a waiting mail names the channel it waits for, and none where another may be its way', () => {
  expect(stoppedChannelOf(waiting(''), [stopped, elsewhere])).toBe(stopped);
  expect(stoppedChannelOf(waiting(''), [signedOut, elsewhere])).toBe(signedOut);
  expect(stoppedChannelOf(waiting(''), [stopped, working])).toBeUndefined();
  expect(stoppedChannelOf(waiting(words), [stopped, working])).toBe(stopped);
  expect(stoppedChannelOf(waiting('450 greylisted'), [stopped, working])).toBeUndefined();
  expect(stoppedChannelOf(waiting(''), [working])).toBeUndefined();
  expect(stoppedChannelOf(waiting(''), [])).toBeUndefined();
});
