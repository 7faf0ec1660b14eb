import { v7 } from 'uuid';
import { runMutation } from '../../domain/core/run-mutation';
import { IncomingMail } from '../../domain/mail/incoming-mail';
import { receiveMessage } from '../../domain/message/receive-message';
import { workspaceSpace } from '../../domain/model/ids';
import { MailParser, type Reading } from '../../server/channels/email/mail-parser';
import { sha256 } from '../../server/channels/email/read-mail';
import { MemoryReader } from '../support/memory-reader';
import { channelRow, id, inboxRow, workspaceId } from '../support/rows';

/** What the hub makes of a mail between accepting it and showing it: the reading worker, then the rule. */
export class Pipeline {
  constructor(
    readonly parser = new MailParser(),
    readonly rows = Pipeline.emptyInbox(),
  ) {}

  static emptyInbox(): MemoryReader {
    const rows = new MemoryReader();
    rows.put('workspaces', { id: workspaceId, space: workspaceSpace(workspaceId), name: 'Havnegaard' });
    rows.put('inboxes', inboxRow(10));
    rows.put('channels', channelRow(30, 10, 'salg@firma.dk'));
    return rows;
  }

  read(raw: Uint8Array, receivedAt = Date.UTC(2026, 10, 21)): Promise<Reading> {
    return this.parser.read(raw, {
      ids: { conversationId: v7(), messageId: v7(), contactId: v7(), eventId: v7() },
      channelId: id(30),
      receivedAt,
      rawHash: sha256(raw),
      envelopeFrom: null,
      repliesTo: null,
    });
  }

  /** Runs the rule over `rows`; answers the message it made. */
  async receive(mail: IncomingMail, rows = this.rows) {
    // What a parser hands on must be within every bound of the rule.
    IncomingMail.parse(mail);
    const meta = { at: mail.receivedAt, claimedAt: null, uuid: v7(), by: { kind: 'system' as const, workspaceId } };
    const outcome = await runMutation(rows, receiveMessage, mail, meta);
    if (outcome.refused) throw new Error(`refused: ${JSON.stringify(outcome.refused)}`);
    rows.commit(outcome.writes);
    return rows.row('messages', mail.ids.messageId);
  }

  close() {
    return this.parser.close();
  }
}
