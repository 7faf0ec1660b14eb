import { unpackedRedirectUri } from '../../utils/browser/extension-id';
import { deviceProof, makeDeviceKey } from '../../utils/connection/device-proof';
import { newSignInAttempt, type SignInAttempt } from '../../utils/connection/pkce';

export interface TokenAnswer {
  status: number;
  headers: Headers;
  body: { access_token: string; refresh_token: string; error?: string; samtale_agent?: { id: string; name: string; email: string } } & Record<
    string,
    unknown
  >;
}

/** A device with the extension on it: its key, its PKCE, and the calls it makes. */
export class AuthDevice {
  private constructor(
    readonly baseUrl: string,
    readonly key: CryptoKeyPair,
    readonly attempt: SignInAttempt,
  ) {}

  static async at(baseUrl: string) {
    return new AuthDevice(baseUrl, await makeDeviceKey(), await newSignInAttempt());
  }

  authorizeQuery(change: Record<string, string | null> = {}) {
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: 'samtale-extension',
      redirect_uri: unpackedRedirectUri,
      scope: 'offline_access inbox',
      state: this.attempt.state,
      code_challenge: this.attempt.challenge,
      code_challenge_method: 'S256',
    });
    for (const [name, value] of Object.entries(change)) value === null ? query.delete(name) : query.set(name, value);
    return query;
  }
  authorizeUrl = (change: Record<string, string | null> = {}) => `${this.baseUrl}/auth/oauth2/authorize?${this.authorizeQuery(change)}`;

  exchange = (code: string, change: Record<string, string> = {}, proof?: string | null) =>
    this.token({ grant_type: 'authorization_code', code, redirect_uri: unpackedRedirectUri, code_verifier: this.attempt.verifier, ...change }, proof);
  refresh = (refreshToken: string, proof?: string | null) => this.token({ grant_type: 'refresh_token', refresh_token: refreshToken }, proof);
  revoke = (token: string) => this.post('/auth/oauth2/revoke', { token, token_type_hint: 'refresh_token' }, null);

  proof = (at = Date.now(), path = '/auth/oauth2/token') => deviceProof(this.key, { method: 'POST', url: this.baseUrl + path, at });

  private async token(fields: Record<string, string>, proof?: string | null): Promise<TokenAnswer> {
    return this.post('/auth/oauth2/token', fields, proof === undefined ? await this.proof() : proof);
  }

  private async post(path: string, fields: Record<string, string>, proof: string | null): Promise<TokenAnswer> {
    const response = await fetch(this.baseUrl + path, {
      method: 'POST',
      headers: { ...(proof ? { dpop: proof } : {}), origin: 'chrome-extension://akeeolhanhmfppldmhndbolfpobnjhga' },
      body: new URLSearchParams({ client_id: 'samtale-extension', ...fields }),
    });
    return { status: response.status, headers: response.headers, body: await response.json() };
  }
}
