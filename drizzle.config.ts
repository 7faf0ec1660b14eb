import { defineConfig } from 'drizzle-kit';

/** `npx drizzle-kit generate` after a change of a schema; the migrations are applied by the hub when it starts. */
export default defineConfig({
  dialect: 'postgresql',
  schema: [
    './server/db/schema.ts',
    './server/auth/auth-schema.ts',
    './server/channels/email/incoming-schema.ts',
    './server/channels/email/imap/mailbox-schema.ts',
    './server/notices/notice-schema.ts',
    './server/channels/email/oauth/oauth-schema.ts',
    './server/channels/email/api/taken-schema.ts',
  ],
  out: './server/db/migrations',
});
