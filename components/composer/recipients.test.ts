import { describe, expect, it } from 'vitest';
import { blankMessage } from '../../domain/message/blank-message';
import type { Address } from '../../domain/model/address';
import { aConversation } from '../../tests/support/a-conversation';
import type { ThreadMessage } from '../../utils/store/read-messages';
import { parseRecipients } from './parse-recipients';
import { recipientDifference } from './recipient-difference';
import { replyRecipients } from './reply-recipients';

const at = (address: string, name = ''): Address => ({ name, address });
const ours = ['hej@havnegaard.example'];
const henrik = at('henrik@kunde.example', 'Henrik');
const lone = at('lone@kunde.example', 'Lone');

function mailFrom(author: Address, to: Address[], cc: Address[], automatic: ThreadMessage['automatic'] = null): ThreadMessage {
  const conversation = aConversation();
  return {
    ...blankMessage,
    id: conversation.id,
    space: conversation.space,
    conversationId: conversation.id,
    kind: 'email',
    direction: 'in',
    author: { kind: 'contact', contactId: null, ...author },
    receivedAt: 1,
    to,
    cc,
    automatic,
    pending: false,
  };
}

describe('RPL-7 who gets a reply', () => {
  it('RPL-7 the sender, and all the mail was addressed to but us', () => {
    const mail = mailFrom(henrik, [at('Hej@Havnegaard.example')], [lone, henrik]);
    expect(replyRecipients(aConversation(), [mail], ours)).toEqual({ to: [henrik], cc: [lone] });
  });

  it('RPL-7 a bounce is nobody to answer', () => {
    const bounce = mailFrom(at('mailer-daemon@mx.example'), [at(ours[0] ?? '')], [], 'bounce');
    expect(replyRecipients(aConversation(), [mailFrom(henrik, [], []), bounce], ours).to).toEqual([henrik]);
  });

  it('RPL-4 without a mail it is the contact of the conversation', () => {
    expect(replyRecipients(aConversation(), [], ours).to.map(({ address }) => address)).toEqual(['henrik@kunde.example']);
    expect(replyRecipients(aConversation({ contactAddress: null }), [], ours).to).toEqual([]);
  });

  it('RPL-4 CTX-1 in a chat or a call without an address it is the contact somebody put on it, never in the place of who wrote', () => {
    const contactId = '01900000-0000-7000-8000-0000000000c1';
    const ida = {
      id: contactId,
      space: 's',
      name: 'Ida',
      emails: ['ida@kunde.example', 'ida@privat.example'],
      phone: null,
      companyId: null,
      ownerId: null,
      createdAt: 1,
    };
    const call = aConversation({ contactAddress: null, contactName: 'Ida', contactId });
    expect(replyRecipients(call, [], ours, ida).to).toEqual([at('ida@kunde.example', 'Ida')]);
    expect(replyRecipients(call, [], ours, { ...ida, emails: [] }).to).toEqual([]);
    expect(replyRecipients(aConversation({ contactName: 'Ida' }), [], ours, ida).to.map(({ address }) => address)).toEqual(['henrik@kunde.example']);
    expect(replyRecipients(call, [mailFrom(lone, [], [])], ours, ida).to).toEqual([lone]);
  });

  it('RPL-10 says who is new and who is left out, whatever the case of an address', () => {
    const bent = at('bent@lager.example');
    expect(recipientDifference([at('HENRIK@kunde.example'), bent], [henrik, lone], [henrik])).toEqual({ added: [bent], leftOut: [lone] });
    expect(recipientDifference([henrik, lone], [henrik, lone], [])).toEqual({ added: [], leftOut: [] });
  });

  it('RPL-7 reads what people paste and keeps what is no address visible', () => {
    expect(parseRecipients('"Holm, Bo" <bo@kunde.example>; lone@kunde.example, nonsense')).toEqual([
      at('bo@kunde.example', 'Holm, Bo'),
      at('lone@kunde.example'),
      at('nonsense'),
    ]);
  });
});
