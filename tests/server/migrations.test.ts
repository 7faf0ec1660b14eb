import { readdirSync, readFileSync } from 'node:fs';
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api';
import { expect, it } from 'vitest';
import config from '../../drizzle.config';

const meta = new URL('../../server/db/migrations/meta/', import.meta.url);
const root = new URL('../../', import.meta.url);

it('the migrations make exactly the tables the schemas name (else: npx drizzle-kit generate)', async () => {
  const newest = readdirSync(meta)
    .filter((name) => name.endsWith('_snapshot.json'))
    .sort()
    .at(-1);
  const before = JSON.parse(readFileSync(new URL(newest ?? '', meta), 'utf8'));
  const schemas: object[] = await Promise.all([config.schema ?? []].flat().map((path) => import(new URL(path, root).href)));
  expect(schemas.length).toBeGreaterThan(3);
  expect(await generateMigration(before, generateDrizzleJson(Object.assign({}, ...schemas), before.id))).toEqual([]);
});
