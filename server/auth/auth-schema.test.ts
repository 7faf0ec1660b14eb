import { oauthProvider } from '@better-auth/oauth-provider';
import type { BetterAuthPlugin } from 'better-auth';
import { getAuthTables } from 'better-auth/db';
import { twoFactor } from 'better-auth/plugins';
import { getTableColumns } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { authSchema } from './auth-schema';

const plugins = [twoFactor(), oauthProvider({ loginPage: '/login', consentPage: '/login', disableJwtPlugin: true }) as unknown as BetterAuthPlugin];
const wanted = getAuthTables({ rateLimit: { enabled: true, storage: 'database' }, plugins });

describe('our tables are those the installed sign-in library asks for', () => {
  it('table by table', () => {
    expect(Object.keys(authSchema).sort()).toEqual(Object.keys(wanted).sort());
  });

  it.each(Object.entries(authSchema))('%s, column by column', (name, table) => {
    const columns = getTableColumns(table);
    const fields = wanted[name]?.fields ?? {};
    expect(Object.keys(columns).sort()).toEqual(['id', ...Object.keys(fields)].sort());
    for (const [field, attributes] of Object.entries(fields)) {
      const column = Object.entries(columns).find(([key]) => key === field)?.[1];
      expect([field, column?.notNull]).toEqual([field, attributes.required !== false]);
    }
  });
});
