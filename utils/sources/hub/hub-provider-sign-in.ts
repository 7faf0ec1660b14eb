import * as z from 'zod/mini';
import type { Id } from '../../../domain/model/ids';
import type { MailProvider } from '../../../domain/model/mailbox';
import {
  type MailClientRequest,
  MailClientsAnswer,
  MailSignInAnswer,
  MailSignInBegun,
  type MailSignInConnectRequest,
  type MailSignInOutcome,
  type MailSignInRequest,
} from '../../../sync/mail-sign-in-protocol';
import type { AskFor } from './hub-mailboxes';

/** The hub's clients at Google and Microsoft, and mailboxes signed in by them. */
export interface HubProviderSignIn {
  clients(): Promise<MailClientsAnswer>;
  putClient(provider: MailProvider, client: z.infer<typeof MailClientRequest>): Promise<void>;
  removeClient(provider: MailProvider): Promise<void>;
  begin(request: MailSignInRequest): Promise<MailSignInBegun>;
  outcome(signInId: Id): Promise<MailSignInOutcome | null>;
  connect(signInId: Id, request: z.infer<typeof MailSignInConnectRequest>): Promise<void>;
}

const Done = z.object({});

export function hubProviderSignIn(askFor: AskFor): HubProviderSignIn {
  const send = <Body>(method: 'POST' | 'PUT', path: string, body: unknown, answer: z.ZodMiniType<Body>) =>
    askFor(path, answer, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  return {
    clients: () => askFor('/mail-clients', MailClientsAnswer, {}),
    putClient: async (provider, client) => void (await send('PUT', `/mail-clients/${provider}`, client, Done)),
    removeClient: async (provider) => void (await send('POST', `/mail-clients/${provider}/remove`, {}, Done)),
    begin: (request) => send('POST', '/mail-sign-ins', request, MailSignInBegun),
    outcome: async (signInId) => (await askFor(`/mail-sign-ins/${signInId}`, MailSignInAnswer, {})).outcome,
    connect: async (signInId, request) => void (await send('POST', `/mail-sign-ins/${signInId}/connect`, request, Done)),
  };
}
