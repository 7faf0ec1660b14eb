import { and, eq } from 'drizzle-orm';
import type { Id } from '../../../../domain/model/ids';
import type { MailProvider } from '../../../../domain/model/mailbox';
import type { MailClient } from '../../../../sync/mail-sign-in-protocol';
import type { Database } from '../../../db/database';
import type { PasswordSeal } from '../imap/password-seal';
import { mailClients } from './oauth-schema';

/** A client with its secret: for speaking to the provider, never for an answer. */
export interface KnownClient extends MailClient {
  secret: string;
}

/** The clients under which a workspace's mailboxes sign in at Google and Microsoft. Their secrets are sealed and come out to nobody. */
export class MailClients {
  constructor(
    private readonly db: Database,
    private readonly seal: PasswordSeal,
  ) {}

  /** Keeps a client. Without a secret the one there is stays; answers whether there is one. */
  async put(workspaceId: Id, provider: MailProvider, { secret, ...client }: MailClient & { secret?: string | undefined }): Promise<boolean> {
    const own = this.of(workspaceId, provider);
    if (secret === undefined) return (await this.db.update(mailClients).set(client).where(own).returning()).length > 0;
    const kept = { ...client, sealedSecret: this.seal.seal(sealedFor(workspaceId, provider), secret) };
    await this.db
      .insert(mailClients)
      .values({ workspaceId, provider, ...kept })
      .onConflictDoUpdate({ target: [mailClients.workspaceId, mailClients.provider], set: kept });
    return true;
  }

  async remove(workspaceId: Id, provider: MailProvider): Promise<void> {
    await this.db.delete(mailClients).where(this.of(workspaceId, provider));
  }

  /** What may be shown of it. */
  async shown(workspaceId: Id, provider: MailProvider): Promise<MailClient | null> {
    const [row] = await this.db.select().from(mailClients).where(this.of(workspaceId, provider));
    return row ? { clientId: row.clientId, tenant: row.tenant, access: row.access } : null;
  }

  /** `undefined` when there is none, or its secret was sealed with another key. */
  async find(workspaceId: Id, provider: MailProvider): Promise<KnownClient | undefined> {
    const [row] = await this.db.select().from(mailClients).where(this.of(workspaceId, provider));
    const secret = row && this.seal.open(sealedFor(workspaceId, provider), row.sealedSecret);
    return !row || secret === undefined ? undefined : { clientId: row.clientId, tenant: row.tenant, access: row.access, secret };
  }

  private of(workspaceId: Id, provider: MailProvider) {
    return and(eq(mailClients.workspaceId, workspaceId), eq(mailClients.provider, provider));
  }
}

const sealedFor = (workspaceId: Id, provider: MailProvider) => `client ${provider} ${workspaceId}`;
