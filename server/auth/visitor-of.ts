import type { Id } from '../../domain/model/ids';
import type { AuthHost } from './auth-host';
import { findAgentOfUser } from './find-agent-of-user';
import type { Auth } from './make-auth';

/** Who signed in to Samtale at the browser that asks, by the session the window of the sign-in left there; nobody where there is none. */
export const visitorOf =
  (host: Pick<AuthHost, 'db' | 'people'>, auth: Auth) =>
  async ({ headers }: Request): Promise<Id | undefined> => {
    const session = await auth.api.getSession({ headers, query: { disableRefresh: true } });
    return session ? (await findAgentOfUser(host, session.user.id))?.id : undefined;
  };
