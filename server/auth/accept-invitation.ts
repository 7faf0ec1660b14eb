import { eq } from 'drizzle-orm';
import { type Id, idOfSpace } from '../../domain/model/ids';
import type { Invitation } from '../../domain/model/invitation';
import type { MessageKey } from '../../utils/i18n/messages';
import type { AuthHost } from './auth-host';
import { authAccount, authAgent, authUser } from './auth-schema';
import { hashPassword } from './hash-password';
import { passwordLength } from './make-auth';
import { problemOfName } from './problem-of-name';
import { setPassword } from './set-password';

export interface Newcomer {
  name: string;
  email: string;
  password: string;
}

/**
 * Uses an invitation once and answers with the user to sign in. The user is written first and bound to the agent's id, then the rule
 * makes the agent: died in between, the user has no agent yet, signs in to nothing, and is replaced at the next try. An agent who exists
 * may choose a new password or leave it empty; only the rule's yes lets it be set.
 */
export async function acceptInvitation(
  host: AuthHost,
  invitation: Invitation,
  newcomer: Newcomer,
): Promise<{ userId: string } | { problem: MessageKey }> {
  return invitation.agentId === null
    ? acceptAsNewcomer(host, invitation, newcomer)
    : acceptAsAgent(host, invitation, invitation.agentId, newcomer.password);
}

async function acceptAsNewcomer(host: AuthHost, invitation: Invitation, newcomer: Newcomer): Promise<{ userId: string } | { problem: MessageKey }> {
  const name = newcomer.name.trim();
  const email = newcomer.email.trim().toLowerCase();
  const problem = problemOfName({ name, email }) ?? passwordProblem(newcomer.password);
  if (problem) return { problem };
  const known = await findUserByEmail(host, email);
  if (known?.agent) return { problem: 'pageEmailTaken' };
  if (known) await host.db.delete(authUser).where(eq(authUser.id, known.userId));

  const agentId = host.people.newId();
  const userId = await putUser(host, { agentId, workspaceId: invitation.workspaceId, name, email, password: await hashPassword(newcomer.password) });
  return userId ? use(host, invitation, { userId, agentId, name, email }) : { problem: 'pageEmailTaken' };
}

async function acceptAsAgent(
  host: AuthHost,
  invitation: Invitation,
  agentId: Id,
  password: string,
): Promise<{ userId: string } | { problem: MessageKey }> {
  const problem = password === '' ? undefined : passwordProblem(password);
  if (problem) return { problem };
  const agent = await host.people.findAgent(agentId);
  if (!agent) return { problem: 'pageInvitationUnknown' };
  if (!agent.active) return { problem: 'refusal_deactivated' };
  const { name, email } = agent;
  const bound = await userOfAgent(host, agentId);
  const made = bound
    ? undefined
    : await putUser(host, { agentId, workspaceId: idOfSpace(agent.space), name, email: email.toLowerCase(), password: null });
  // Two of their links used at once: the other was faster and made the user.
  const userId = bound ?? made ?? (await userOfAgent(host, agentId));
  if (!userId) return { problem: 'pageEmailTaken' };
  const used = await use(host, invitation, { userId, agentId, name, email }, made !== undefined);
  if (!('problem' in used) && password !== '') await setPassword(host, userId, password);
  return used;
}

/** Runs the rule. Refused (somebody was faster), a user made for it goes again. */
async function use(
  host: AuthHost,
  invitation: Invitation,
  who: { userId: string; agentId: Id; name: string; email: string },
  made = true,
): Promise<{ userId: string } | { problem: MessageKey }> {
  const { userId, ...newcomer } = who;
  const refused = await host.people.acceptInvitation(invitation.id, newcomer);
  if (!refused) return { userId };
  if (made) await host.db.delete(authUser).where(eq(authUser.id, userId));
  if (refused.refused === 'invitation-expired') return { problem: 'pageInvitationExpired' };
  if (refused.refused === 'bad-arguments') return { problem: 'pageEmailInvalid' };
  if (refused.refused === 'address-taken') return { problem: 'pageEmailTaken' };
  if (refused.refused === 'agent-inactive') return { problem: 'refusal_deactivated' };
  return { problem: refused.refused === 'invitation-used' ? 'pageInvitationUsed' : 'pageInvitationUnknown' };
}

function passwordProblem(password: string): MessageKey | undefined {
  if (password.length < passwordLength.min) return 'pagePasswordShort';
  return password.length > passwordLength.max ? 'pagePasswordLong' : undefined;
}

async function userOfAgent(host: AuthHost, agentId: Id): Promise<string | undefined> {
  const [bound] = await host.db.select().from(authAgent).where(eq(authAgent.agentId, agentId));
  return bound?.userId;
}

async function findUserByEmail(host: AuthHost, email: string) {
  const [row] = await host.db
    .select({ userId: authUser.id, agentId: authAgent.agentId })
    .from(authUser)
    .leftJoin(authAgent, eq(authAgent.userId, authUser.id))
    .where(eq(authUser.email, email));
  return row && { userId: row.userId, agent: row.agentId ? await host.people.findAgent(row.agentId) : undefined };
}

/** Nothing when somebody has the address already, or got it at the same moment. */
async function putUser(
  host: AuthHost,
  user: { agentId: Id; workspaceId: Id; name: string; email: string; password: string | null },
): Promise<string | undefined> {
  const userId: string = host.people.newId();
  const now = new Date();
  return host.db.transaction(async (tx) => {
    const row = { id: userId, name: user.name, email: user.email, emailVerified: false, createdAt: now, updatedAt: now };
    const [taken] = await tx.insert(authUser).values(row).onConflictDoNothing().returning({ id: authUser.id });
    if (!taken) return undefined;
    await tx.insert(authAgent).values({ userId, agentId: user.agentId, workspaceId: user.workspaceId });
    if (user.password === null) return userId;
    const account = { id: host.people.newId(), accountId: userId, providerId: 'credential', userId, createdAt: now, updatedAt: now };
    await tx.insert(authAccount).values({ ...account, password: user.password });
    return userId;
  });
}
