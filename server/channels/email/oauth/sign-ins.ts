import { and, eq, gt, lt } from 'drizzle-orm';
import type { Id } from '../../../../domain/model/ids';
import type { MailSignInOutcome } from '../../../../sync/mail-sign-in-protocol';
import { hashToken } from '../../../auth/hash-token';
import type { Database } from '../../../db/database';
import type { PasswordSeal } from '../imap/password-seal';
import { type MailSignIn, mailSignIns } from './oauth-schema';

/** ms from beginning to coming back. */
export const signInPatience = 10 * 60_000;
/** ms a sign-in that succeeded waits to be connected. */
const kept = 60 * 60_000;

/** Sign-ins at a provider under way: each comes back once, to the agent who began it. */
export class SignIns {
  constructor(
    private readonly db: Database,
    private readonly seal: PasswordSeal,
  ) {}

  async begin(signIn: Omit<MailSignIn, 'sealed' | 'stateHash' | 'outcome'>, { state, verifier }: { state: string; verifier: string }): Promise<void> {
    await this.db.delete(mailSignIns).where(lt(mailSignIns.begunAt, signIn.begunAt - kept));
    await this.db.insert(mailSignIns).values({ ...signIn, stateHash: hashToken(state), sealed: this.seal.seal(signIn.id, verifier), outcome: null });
  }

  /** Whoever comes back with this state, the first time and in time. */
  async comeBack(state: string, now: number): Promise<{ signIn: MailSignIn; verifier: string } | undefined> {
    const [signIn] = await this.db
      .update(mailSignIns)
      .set({ stateHash: null })
      .where(and(eq(mailSignIns.stateHash, hashToken(state)), gt(mailSignIns.begunAt, now - signInPatience)))
      .returning();
    const verifier = signIn && this.seal.open(signIn.id, signIn.sealed);
    return signIn && verifier !== undefined ? { signIn, verifier } : undefined;
  }

  /** What came of it; with the refresh token if it is still to be connected. */
  async end(id: Id, outcome: MailSignInOutcome, refreshToken = ''): Promise<void> {
    await this.db
      .update(mailSignIns)
      .set({ outcome, sealed: this.seal.seal(id, refreshToken) })
      .where(eq(mailSignIns.id, id));
  }

  /** What came of it, for the agent who began it: `null` while nobody has come back and still may. */
  async outcomeFor(agentId: Id, id: Id, now: number): Promise<MailSignInOutcome | null | undefined> {
    const signIn = await this.find(agentId, id);
    if (!signIn) return undefined;
    const late = signIn.outcome === null && signIn.stateHash !== null && signIn.begunAt <= now - signInPatience;
    return late ? { problem: 'expired', words: '' } : signIn.outcome;
  }

  /** The account signed in with and its refresh token, until it is connected. */
  async found(agentId: Id, id: Id): Promise<(MailSignIn & { address: string; refreshToken: string }) | undefined> {
    const signIn = await this.find(agentId, id);
    const refreshToken = signIn && this.seal.open(id, signIn.sealed);
    if (!signIn?.outcome || 'problem' in signIn.outcome || signIn.channelId !== null || !refreshToken) return undefined;
    return { ...signIn, address: signIn.outcome.address, refreshToken };
  }

  /** It is connected: nothing of it is needed any more. */
  async forget(id: Id): Promise<void> {
    await this.db.delete(mailSignIns).where(eq(mailSignIns.id, id));
  }

  private async find(agentId: Id, id: Id): Promise<MailSignIn | undefined> {
    const [signIn] = await this.db
      .select()
      .from(mailSignIns)
      .where(and(eq(mailSignIns.id, id), eq(mailSignIns.agentId, agentId)));
    return signIn;
  }
}
