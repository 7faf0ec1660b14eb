import { expect, it } from 'vitest';
import { Delivery } from '../model/message';
import { notTakenLine, readTaken } from './not-taken-for';

it('I2 whom a mail was not taken for is read as it was written, beside what the server said at its end', () => {
  const gone = { address: 'gone@kunde.dk', words: '550 5.1.1 no such user here' };
  const full = { address: 'full@kunde.dk', words: '' };
  const text = [notTakenLine(gone), notTakenLine(full), '250 2.0.0 queued as 42'].join('\n');
  expect(readTaken(text)).toEqual({ refused: [gone, full], said: '250 2.0.0 queued as 42' });
});

it('I2 an answer of several lines stays one person’s', () => {
  const text = notTakenLine({ address: 'gone@kunde.dk', words: '550-5.1.1 no such user\r\n550 5.1.1 see example.com' });
  expect(readTaken(text).refused).toEqual([{ address: 'gone@kunde.dk', words: '550-5.1.1 no such user 550 5.1.1 see example.com' }]);
});

it('I2 a mail that was taken for everyone was refused to nobody, also where its text was cut', () => {
  expect(readTaken('250 2.0.0 queued as 42')).toEqual({ refused: [], said: '250 2.0.0 queued as 42' });
  expect(readTaken('')).toEqual({ refused: [], said: '' });
  expect(readTaken('not-taken-for ')).toEqual({ refused: [], said: '' });
});

it('I2 as many as a mail may go to are all named, however long their addresses and what the server says of each', () => {
  const refused = Array.from({ length: 300 }, (_, n) => ({ address: `${`${n}`.padStart(310, 'x')}@kunde.dk`, words: 'no '.repeat(1000) }));
  const text = refused.map(notTakenLine).join('\n');
  expect(Delivery.shape.text.safeParse(text).success).toBe(true);
  expect(readTaken(text).refused.map(({ address }) => address)).toEqual(refused.map(({ address }) => address));
});

it('I2 what was written before whom it is about was known is the server’s words alone, in no language of ours', () => {
  const text = 'Not taken for everyone: 550 5.1.1 no such user here\nNot taken for everyone: 552 5.2.2 mailbox full\n250 2.0.0 queued as 42';
  expect(readTaken(text)).toEqual({
    refused: [
      { address: '', words: '550 5.1.1 no such user here' },
      { address: '', words: '552 5.2.2 mailbox full' },
    ],
    said: '250 2.0.0 queued as 42',
  });
});
