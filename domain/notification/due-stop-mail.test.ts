import { expect, it } from 'vitest';
import { agentRow, id } from '../../tests/support/rows';
import { ownersSpace } from '../model/ids';
import { usualNotifications } from '../model/notification-settings';
import { mailGivenUp, mailWait } from './due-mail';
import { dueStopMail, type StopMoment } from './due-stop-mail';

const now = Date.UTC(2026, 10, 22, 9, 5);
const at = now - mailWait;
const stopped = { id: id(40), space: ownersSpace(id(1)), inboxId: id(10), inboxName: 'Support', address: 'post@firma.dk', since: at };
const owner = agentRow(2, { accountAccess: true });
const settings = { ...usualNotifications, id: id(2), space: `agent:${id(2)}` };
const due = (changes: Partial<StopMoment> = {}) =>
  dueStopMail({ self: owner, stopped, at, settings: undefined, seenAt: null, hubSince: 0, now, ...changes });

it('CHN-4 NTF-2 an account owner is mailed once no device of theirs was online for 5 minutes, whatever they chose', () => {
  expect(due()).toBe('mail');
  expect(due({ settings: { ...settings, ways: { mention: 'none', assignment: 'none', reply: 'none', conversation: 'none' } } })).toBe('mail');
  expect(due({ now: now - 1 })).toBe('wait');
  expect(due({ hubSince: now - 1 })).toBe('wait');
  expect(due({ seenAt: at - 1 })).toBe('mail');
  expect(due({ seenAt: at })).toBe('drop');
});

it('CHN-4 NTF-2 quiet hours put it off; however old, it is news as long as it holds', () => {
  expect(due({ settings: { ...settings, quiet: { from: 540, to: 600, timeZone: 'UTC' } } })).toBe('wait');
  expect(due({ now: now + mailGivenUp })).toBe('mail');
});

it('CHN-4 INB-4 never of what works again or has stopped anew since, nor to who has no account access any more', () => {
  expect(due({ stopped: undefined })).toBe('drop');
  expect(due({ stopped: { ...stopped, since: at + 1 } })).toBe('drop');
  expect(due({ self: agentRow(2) })).toBe('drop');
  expect(due({ self: { ...owner, active: false } })).toBe('drop');
  expect(due({ self: undefined })).toBe('drop');
});
