import * as z from 'zod/mini';
import { foldAddress } from '../../../../domain/model/address';
import type { MailProvider } from '../../../../domain/model/mailbox';
import type { Fetch } from './token-endpoint';

const GoogleProfile = z.object({ emailAddress: z.string().check(z.minLength(3)) });
const MicrosoftUser = z.object({ mail: z.nullish(z.string()), userPrincipalName: z.string().check(z.minLength(3)) });

/** Whose mailbox a fresh token opens: its address, as the provider has it. */
export async function accountOf(provider: MailProvider, token: string, ask: Fetch): Promise<string> {
  const url =
    provider === 'google'
      ? 'https://gmail.googleapis.com/gmail/v1/users/me/profile'
      : 'https://graph.microsoft.com/v1.0/me?$select=mail,userPrincipalName';
  const response = await ask(url, { headers: { authorization: `Bearer ${token}` }, signal: AbortSignal.timeout(15_000) });
  if (!response.ok) throw new AccountRefused(response.status, await response.text());
  const body: unknown = await response.json();
  if (provider === 'google') return foldAddress(GoogleProfile.parse(body).emailAddress);
  const { mail, userPrincipalName } = MicrosoftUser.parse(body);
  return foldAddress(mail || userPrincipalName);
}

/** The service itself did not want to say: its interface may be switched off for the client. */
export class AccountRefused extends Error {
  override name = 'AccountRefused';
  constructor(
    readonly status: number,
    readonly body: string,
  ) {
    super(`the account could not be asked about: ${status}`);
  }
}
