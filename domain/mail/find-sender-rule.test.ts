import { expect, it } from 'vitest';
import { World } from '../../tests/support/world';
import { BufferedTx } from '../core/buffered-tx';
import { findSenderRule } from './find-sender-rule';

it.each([
  ['VIEW-9 an allowed address in a denied domain', ['deny', '@kunde.example'], ['allow', 'ida@kunde.example'], 'allow'],
  ['D14 a blocked address in an allowed domain', ['allow', '@kunde.example'], ['block', 'ida@kunde.example'], 'block'],
  ['VIEW-9 a domain both allowed and denied', ['deny', '@kunde.example'], ['allow', '@kunde.example'], 'allow'],
] as const)('%s', async (_case, first, second, kind) => {
  const world = new World();
  for (const [each, pattern] of [first, second])
    world.rows.put('senderRules', { id: world.id(), space: `workspace:${world.workspaceId}`, kind: each, pattern, at: world.at });
  const { tx } = new BufferedTx(world.rows);
  expect((await findSenderRule(tx, world.workspaceId, 'Ida@Kunde.example'))?.kind).toBe(kind);
  expect(await findSenderRule(tx, world.workspaceId, 'ida@kunde.example.evil.example')).toBeUndefined();
});
