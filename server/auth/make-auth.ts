import { oauthProvider } from '@better-auth/oauth-provider';
import type { BetterAuthPlugin } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { APIError } from 'better-auth/api';
import { betterAuth } from 'better-auth/minimal';
import { twoFactor } from 'better-auth/plugins';
import type { AuthHost } from './auth-host';
import { authSchema } from './auth-schema';
import { extensionScopes } from './extension-client';
import { isDeactivated } from './find-agent-of-user';
import { hashPassword, verifyPassword } from './hash-password';
import { hashToken } from './hash-token';
import { signInInvited } from './sign-in-invited';
import { whoSignedIn } from './who-signed-in';

/** The header our own code sets from the socket; whatever a client sends under this name is dropped. */
export const clientIpHeader = 'x-samtale-client-ip';
/** What the library answers to who proved to be a deactivated agent. */
export const deactivatedCode = 'DEACTIVATED';
export const passwordLength = { min: 10, max: 200 } as const;

/**
 * The sign-in library with our settings. It keeps users, sessions, two-factor, rate limits and the OAuth server; whom an agent is and
 * what they may see is the rulebook's alone, so its organisation plugin stays out. Accounts arise only by an invitation.
 */
export const makeAuth = (host: AuthHost) =>
  betterAuth({
    appName: 'Samtale',
    baseURL: host.baseUrl,
    basePath: '/auth',
    secret: host.secret,
    telemetry: { enabled: false },
    logger: { level: 'error' },
    database: drizzleAdapter(host.db, { provider: 'pg', schema: authSchema }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    databaseHooks: {
      session: {
        create: {
          // By whatever way they come in, and only once they have proved who they are.
          before: async ({ userId }) => {
            if (await isDeactivated(host, userId)) throw new APIError('FORBIDDEN', { code: deactivatedCode, message: 'this account is deactivated' });
          },
        },
      },
    },
    onAPIError: { errorURL: '/login/problem' },
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 300,
      // An office shares one address on a Monday morning; one account is held to ten tries by `sign-in-throttle.ts`.
      customRules: { '/sign-in/email': { window: 900, max: 100 } },
    },
    advanced: {
      cookiePrefix: 'samtale',
      useSecureCookies: host.baseUrl.startsWith('https:'),
      ipAddress: { ipAddressHeaders: [clientIpHeader] },
    },
    plugins: [
      twoFactor({ issuer: 'Samtale' }),
      signInInvited(),
      // The library's types of its own API description do not bear `exactOptionalPropertyTypes`.
      oauthProvider({
        loginPage: '/login',
        consentPage: '/login/problem',
        scopes: [...extensionScopes],
        grantTypes: ['authorization_code', 'refresh_token'],
        // Opaque tokens, looked up at every request: a deactivated agent is out at once (S7).
        disableJwtPlugin: true,
        storeTokens: { hash: async (token) => hashToken(token) },
        accessTokenExpiresIn: 600,
        refreshTokenExpiresIn: 90 * 24 * 3600,
        // X34: a lost answer may be asked for again within a minute, and is then the same answer.
        refreshTokenReuseInterval: 60,
        customTokenResponseFields: async ({ user }) => whoSignedIn(host, user?.id),
        rateLimit: { token: { window: 60, max: 300 }, authorize: { window: 60, max: 120 } },
        silenceWarnings: { oauthAuthServerConfig: true, openidConfig: true },
      }) as unknown as BetterAuthPlugin,
    ],
  });

export type Auth = ReturnType<typeof makeAuth>;
