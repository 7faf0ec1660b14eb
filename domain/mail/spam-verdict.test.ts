import { describe, expect, it } from 'vitest';
import { World } from '../../tests/support/world';
import { type Suspect, spamVerdict } from './spam-verdict';

const suspect = (given: Partial<Suspect> & { senderAddress: string }): Suspect => ({
  mail: { bulk: false, providerConfirmation: false, automatic: null },
  senderRule: undefined,
  knownContact: false,
  forwardedByAgent: false,
  inbox: { roleAddressRule: 'first-contact-only', extraRoleAddresses: [] },
  ...given,
});
const rule = (kind: 'allow' | 'deny' | 'block', pattern: string) => ({
  id: '01990000-0000-7000-8000-000000000001',
  space: 'workspace:01990000-0000-7000-8000-000000000002',
  kind,
  pattern,
  at: 0,
});
const bulk = { bulk: true, providerConfirmation: false, automatic: null };

describe('VIEW-9 goes to Spam, and the row says by which rule', () => {
  it.each([
    ['marketing@shop.example', 'marketing'],
    ['Salg+uge12@firma.example', 'salg'],
    ['nyhetsbrev@butikk.example', 'nyhetsbrev'],
    ['kundtjänst@butik.example', 'kundtjänst'],
    ['no-reply@app.example', 'no-reply'],
  ])('a role address: %s', (senderAddress, role) => {
    expect(spamVerdict(suspect({ senderAddress }))).toEqual({ reason: 'role-address', rule: role });
  });

  it('what the inbox adds to the list', () => {
    const inbox = { roleAddressRule: 'first-contact-only' as const, extraRoleAddresses: ['Værksted'] };
    expect(spamVerdict(suspect({ senderAddress: 'værksted@firma.example', inbox }))?.rule).toBe('værksted');
  });

  it('bulk headers of a sender nobody has dealt with', () => {
    expect(spamVerdict(suspect({ senderAddress: 'bo@shop.example', mail: bulk }))).toEqual({ reason: 'bulk-mail', rule: null });
  });

  it('a blocked or denied sender, known or not', () => {
    const given = { senderAddress: 'bo@shop.example', knownContact: true };
    expect(spamVerdict(suspect({ ...given, senderRule: rule('block', 'bo@shop.example') }))).toEqual({
      reason: 'blocked-sender',
      rule: 'bo@shop.example',
    });
    expect(spamVerdict(suspect({ ...given, senderRule: rule('deny', '@shop.example') }))).toEqual({
      reason: 'denied-sender',
      rule: '@shop.example',
    });
  });
});

describe('VIEW-9 never', () => {
  it('a person', () => expect(spamVerdict(suspect({ senderAddress: 'salgado@firma.example' }))).toBeNull());
  it('an allowed address or domain', () =>
    expect(spamVerdict(suspect({ senderAddress: 'salg@firma.example', mail: bulk, senderRule: rule('allow', '@firma.example') }))).toBeNull());
  it('a provider’s confirmation of forwarding', () =>
    expect(spamVerdict(suspect({ senderAddress: 'forwarding-noreply@google.example', mail: { ...bulk, providerConfirmation: true } }))).toBeNull());
  it('what one of us passed on', () =>
    expect(spamVerdict(suspect({ senderAddress: 'info@kunde.example', mail: bulk, forwardedByAgent: true }))).toBeNull());
  it('a bounce', () =>
    expect(spamVerdict(suspect({ senderAddress: 'mailer-daemon@mx.example', mail: { ...bulk, automatic: 'bounce' } }))).toBeNull());
});

describe('D10 the role address rule of the inbox', () => {
  it.each([
    ['first-contact-only', false, 'role-address'],
    ['first-contact-only', true, undefined],
    ['always', true, 'role-address'],
    ['off', false, undefined],
  ] as const)('%s, known contact: %s → %s', (roleAddressRule, knownContact, reason) => {
    const given = { senderAddress: 'info@kunde.example', knownContact, inbox: { roleAddressRule, extraRoleAddresses: [] } };
    expect(spamVerdict(suspect(given))?.reason).toBe(reason);
  });
});

it('D10 D13 a role address that writes for the first time: Spam with the reason, no contact, nothing owed, and again the next time', async () => {
  const world = new World();
  for (let n = 0; n < 2; n++) {
    const { conversationId } = await world.mailFrom('info@kunde.example');
    expect(world.get('conversations', conversationId)).toMatchObject({
      spam: { reason: 'role-address', rule: 'info', at: world.at },
      dueAt: null,
      contactId: null,
      ticketId: null,
    });
  }
  expect(world.rows.all('contacts')).toEqual([]);
});

it('D10 one we know from elsewhere is not filtered', async () => {
  const world = new World();
  const contact = { id: world.id(), space: `workspace:${world.workspaceId}`, name: 'Kunde', emails: ['info@kunde.example'] };
  const row = { ...contact, phone: null, companyId: null, ownerId: null, createdAt: world.at };
  await world.act('host', 'putRecord', { table: 'contacts', row });
  const { conversationId } = await world.mailFrom('info@kunde.example', { bulk: true });
  expect(world.get('conversations', conversationId)).toMatchObject({ spam: null, contactId: contact.id });
});
