import { firefoxRedirectUri, unpackedRedirectUri } from '../../utils/browser/extension-id';
import type { AuthHost } from './auth-host';
import { oauthClient } from './auth-schema';

/** The extension as an OAuth client: public, so it proves itself by PKCE and by its device's key, never by a secret it could not keep. */
export const extensionClientId = 'samtale-extension';
export const extensionScopes = ['offline_access', 'inbox'] as const;

/** The list in the hub's settings, and the two builds with their fixed ids: Chromium's unpacked, and Firefox's. */
export const redirectUrisOf = (settings: readonly string[]): string[] => [...new Set([unpackedRedirectUri, firefoxRedirectUri, ...settings])];

/** Writes the client as the settings want it, at every start: the list of redirect URIs is exact (K21). */
export async function putExtensionClient(host: Pick<AuthHost, 'db' | 'redirectUris'>): Promise<void> {
  const now = new Date();
  const row = {
    clientId: extensionClientId,
    name: 'Samtale',
    redirectUris: [...host.redirectUris],
    tokenEndpointAuthMethod: 'none',
    applicationType: 'native',
    grantTypes: ['authorization_code', 'refresh_token'],
    responseTypes: ['code'],
    scopes: [...extensionScopes],
    skipConsent: true,
    requirePKCE: true,
    // K15: a refresh token answers only to the key of the device it was given to (RFC 9449).
    dpopBoundAccessTokens: true,
    disabled: false,
    updatedAt: now,
  };
  await host.db
    .insert(oauthClient)
    .values({ id: extensionClientId, createdAt: now, ...row })
    .onConflictDoUpdate({ target: oauthClient.clientId, set: row });
}
