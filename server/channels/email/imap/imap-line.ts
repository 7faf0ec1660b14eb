import { type CatchUpHost, lookInto } from './catch-up';
import { type ImapPolicy, imapConnection, type MailboxLogin } from './imap-connection';
import { LineEnded } from './line-ended';
import { openFolder } from './list-mails';
import type { Look, MailboxLine } from './mailbox-line';
import type { MailboxRow } from './mailbox-schema';
import type { Wake } from './wake';

/** A row that has its servers. */
export type ImapMailbox = MailboxRow & { settings: NonNullable<MailboxRow['settings']> };

/** A mailbox by IMAP: the server tells of what comes to the inbox (IDLE), Sent is looked at from time to time. */
export class ImapLine implements MailboxLine {
  private readonly client;
  private broken: unknown;

  constructor(
    private readonly mailbox: ImapMailbox,
    login: MailboxLogin,
    private readonly host: CatchUpHost & { policy: ImapPolicy },
    private readonly resting: { wake: Wake; times: { look: number } },
  ) {
    this.client = imapConnection(mailbox.settings, login, host.policy);
    this.client.on('error', (fault) => {
      this.broken ??= fault;
    });
    this.client.on('close', resting.wake.wake);
    this.client.on('exists', resting.wake.wake);
  }

  connect = () => this.throughBreaks(() => this.client.connect());

  look = (archived: boolean): Promise<Look> =>
    this.throughBreaks(async () => {
      const look = await lookInto(this.client, this.mailbox, { ...this.host, archived });
      return { ...look, take: (limits) => this.throughBreaks(() => look.take(limits)) };
    });

  /** Until the server tells of something, somebody nudges, or it is time to look at Sent. */
  rest = () =>
    this.throughBreaks(async () => {
      const { client, resting } = this;
      if (client.mailbox && client.mailbox.path !== 'INBOX') await openFolder(client, 'INBOX');
      const idling = client.idle().catch(() => undefined);
      await resting.wake.sleep(resting.times.look);
      // Any command ends an IDLE; the next look begins with one. What is closed ends by itself.
      void idling;
      if (!client.usable) throw new LineEnded('closed');
    });

  close() {
    this.client.close();
  }

  /** What broke the line says more than that it is broken. */
  private async throughBreaks<T>(run: () => Promise<T>): Promise<T> {
    try {
      return await run();
    } catch (fault) {
      throw this.broken ?? fault;
    }
  }
}
