import type { SeenMail } from '../../domain/mail/seen-mail';
import type { Address } from '../../domain/model/address';
import type { SeenIn } from '../../domain/model/message';
import type { World } from './world';

/** A mail as it is open in somebody's Gmail: what `World.aMail` sends, read from the page alone unless a test says more. */
export function aSeenMail(world: World, from: string | Address, mail: Partial<SeenMail> = {}): SeenMail {
  return {
    ids: { messageId: world.id(), contactId: world.id() },
    rfcMessageId: null,
    from: typeof from === 'string' ? { name: '', address: from } : from,
    to: [{ name: '', address: 'support@havnegaard.example' }],
    cc: [],
    subject: 'A question',
    date: null,
    references: [],
    text: 'Hello',
    quotedText: '',
    html: null,
    attachments: [],
    automatic: null,
    own: false,
    seenIn: null,
    refusal: null,
    ...mail,
  };
}

/** Where Ann has it. */
export const inGmail = (message: string, thread: string | null = null, account = 'ann@havnegaard.example'): SeenIn => ({
  provider: 'gmail',
  account,
  thread,
  message,
});
