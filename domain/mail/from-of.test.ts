import { expect, it } from 'vitest';
import { fromOf } from './from-of';

const channel = { name: 'Support', fromName: 'agent-and-company' as const, companyName: 'Havnegaard', address: 'support@havnegaard.example' };

it('CHN-3 agent and company, or company, always at the channel’s address', () => {
  expect(fromOf(channel, { name: 'Ann Holm' })).toEqual({ name: 'Ann Holm, Havnegaard', address: 'support@havnegaard.example' });
  expect(fromOf({ ...channel, fromName: 'company' }, { name: 'Ann Holm' }).name).toBe('Havnegaard');
  expect(fromOf({ ...channel, fromName: 'company', companyName: '' }, { name: 'Ann Holm' }).name).toBe('Support');
});

it('CHN-3 Office 365 sets the sender’s name itself: mail goes to it with the address alone', () => {
  const mailbox = { importSince: 0, standing: { state: 'working' as const, since: 0 } };
  const ann = { name: 'Ann Holm' };
  expect(fromOf({ ...channel, mailbox: { ...mailbox, provider: 'microsoft' } }, ann)).toEqual({ name: '', address: channel.address });
  expect(fromOf({ ...channel, mailbox: { ...mailbox, provider: 'google' } }, ann).name).toBe('Ann Holm, Havnegaard');
});

it('RPL-7 a name cannot begin a header', () => {
  expect(fromOf(channel, { name: 'Ann\r\nBcc: x@evil.example' }).name).toBe('Ann Bcc: x@evil.example, Havnegaard');
});
