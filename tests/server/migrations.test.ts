import { readdirSync, readFileSync } from 'node:fs';
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api';
import { expect, it } from 'vitest';
import * as auth from '../../server/auth/auth-schema';
import * as incoming from '../../server/channels/email/incoming-schema';
import * as rows from '../../server/db/schema';

const meta = new URL('../../server/db/migrations/meta/', import.meta.url);

it('the migrations make exactly the tables the schemas name (else: npx drizzle-kit generate)', async () => {
  const newest = readdirSync(meta)
    .filter((name) => name.endsWith('_snapshot.json'))
    .sort()
    .at(-1);
  const before = JSON.parse(readFileSync(new URL(newest ?? '', meta), 'utf8'));
  const now = generateDrizzleJson({ ...rows, ...auth, ...incoming }, before.id);
  expect(await generateMigration(before, now)).toEqual([]);
});
