import type { Conversation } from '../../domain/model/conversation';
import { type Id, inboxSpace } from '../../domain/model/ids';
import type { Message } from '../../domain/model/message';
import type { RowChange } from '../../sync/protocol';
import { at, conversationRow, id, messageRow } from '../support/rows';

const words =
  'the order order invoice delivery tomorrow please help size return refund jacket colour address hej tak for din mail levering faktura ordre størrelse retur pakken på vej vi vender tilbage hvordan går det hilsen vennlig takk bestilling forsinket når kommer varen ærlig talt og åpningstider hej tack för ditt mejl leverans faktura beställning storlek på väg när kommer paketet vänliga hälsningar'.split(
    ' ',
  );

/** The inbox the mailbox lies in and the agent whose device it is. */
export const inboxId = id(10);
export const space = inboxSpace(inboxId);
export const agentId = id(2);

/** A generated mailbox: `conversations` threads of 1 to 19 messages, ten on average, the same every time. */
export class Mailbox {
  constructor(readonly conversations: number) {}

  get messages() {
    return this.conversations * 10;
  }

  conversationId = (n: number): Id => id(1_000_000 + n);

  conversation(n: number, extra: object = {}): Conversation {
    const row = conversationRow(1_000_000 + n, 10, {
      subject: text(n, 6),
      preview: text(n + 1, 20),
      lastInboundAt: at + n * 1_000,
      firstInboundAt: at,
    });
    const owner = n % 3 === 0 ? { ownerId: n % 6 === 0 ? agentId : id(3) } : {};
    const closed = n % 5 === 0 ? {} : { status: 'closed', closedAt: at, closedBy: agentId };
    return { ...row, ...owner, ...closed, messageCount: this.messageCount(n), ...extra } as Conversation;
  }

  messageCount = (n: number) => 1 + ((n * 7) % 19);

  thread(n: number): Message[] {
    return Array.from({ length: this.messageCount(n) }, (_, k) =>
      messageRow(100_000_000 + n * 20 + k, 10, 1_000_000 + n, {
        text: text(n * 20 + k, 60),
        to: [{ name: 'Support', address: 'support@havnegaard.example' }],
      }),
    );
  }

  /** Rows of conversations `from` to `to` as a page of the hub brings them. */
  page(from: number, to: number, version: number): RowChange[] {
    const rows: RowChange[] = [];
    for (let n = from; n < to; n++) {
      rows.push({ table: 'conversations', id: this.conversationId(n), version, row: this.conversation(n), within: null, movedTo: null });
      for (const message of this.thread(n)) {
        rows.push({ table: 'messages', id: message.id, version, row: message, within: message.conversationId, movedTo: null });
      }
    }
    return rows;
  }
}

/** `count` words in four languages, the same for the same seed. */
function text(seed: number, count: number): string {
  let state = (seed * 2_654_435_761) >>> 0;
  const picked: string[] = [];
  for (let n = 0; n < count; n++) {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    picked.push(words[state % words.length] ?? '');
  }
  return picked.join(' ');
}
