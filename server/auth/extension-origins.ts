/**
 * Origins a browser names for the extension, out of its redirect URIs. Chromium's are exact. Firefox gives every installation an origin
 * of its own that nobody can know beforehand, so there the scheme must do: what protects the hub is the bearer token, not CORS (S11).
 */
export function isExtensionOrigin(origin: string, redirectUris: readonly string[]): boolean {
  return redirectUris.some((uri) => {
    const { hostname } = new URL(uri);
    if (hostname.endsWith('.chromiumapp.org')) return origin === `chrome-extension://${hostname.slice(0, hostname.indexOf('.'))}`;
    return hostname.endsWith('.extensions.allizom.org') && /^moz-extension:\/\/[0-9a-f-]{36}$/.test(origin);
  });
}

/** Where a form of ours may end up: the redirect out of `/login` counts as its action (`form-action`). */
export const redirectOrigins = (redirectUris: readonly string[]): string[] => [...new Set(redirectUris.map((uri) => new URL(uri).origin))];
