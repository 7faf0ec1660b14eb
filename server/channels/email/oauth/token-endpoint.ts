import {
  authorizationCodeGrantRequest,
  ClientSecretPost,
  customFetch,
  processAuthorizationCodeResponse,
  processRefreshTokenResponse,
  refreshTokenGrantRequest,
  revocationRequest,
  type TokenEndpointResponse,
} from 'oauth4webapi';
import type { MailProvider } from '../../../../domain/model/mailbox';
import type { KnownClient } from './mail-clients';
import { providers } from './providers';

export type Fetch = typeof fetch;

/** ms the provider's token endpoint may take. */
const patience = 15_000;

/** One provider's token endpoint, spoken to as the workspace's client. */
export class TokenEndpoint {
  constructor(
    private readonly provider: MailProvider,
    private readonly known: KnownClient,
    private readonly fetch: Fetch,
  ) {}

  async exchange(answer: URLSearchParams, redirectUri: string, verifier: string, scope: Record<string, string>): Promise<TokenEndpointResponse> {
    const { server, client, auth } = this;
    const response = await authorizationCodeGrantRequest(server, client, auth, answer, redirectUri, verifier, {
      ...this.options,
      additionalParameters: scope,
    });
    return processAuthorizationCodeResponse(server, client, response);
  }

  async refresh(refreshToken: string, scope: Record<string, string>): Promise<TokenEndpointResponse> {
    const { server, client, auth } = this;
    const response = await refreshTokenGrantRequest(server, client, auth, refreshToken, { ...this.options, additionalParameters: scope });
    return processRefreshTokenResponse(server, client, response);
  }

  /** Google ends it there; Microsoft has no such address, and forgetting the token is all there is. */
  async revoke(refreshToken: string): Promise<void> {
    const { server, client, auth } = this;
    if (server.revocation_endpoint) await revocationRequest(server, client, auth, refreshToken, this.options);
  }

  get server() {
    return providers[this.provider].server(this.known.tenant);
  }

  get client() {
    return { client_id: this.known.clientId };
  }

  private get auth() {
    return ClientSecretPost(this.known.secret);
  }

  private get options() {
    const ask = this.fetch;
    return { [customFetch]: (url: string, init: object) => ask(url, init), signal: () => AbortSignal.timeout(patience) };
  }
}
