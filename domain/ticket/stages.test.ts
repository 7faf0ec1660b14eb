import { expect, it } from 'vitest';
import type { Stage } from '../model/stage';
import { firstStage, stageOf, stagesOf } from './stages';

const stage = (id: string, state: Stage['state'], into?: string): Stage => ({ id, name: id, state, ...(into && { into }) });

it('TKT-8 an inbox begins with four stages, the last of them closed', () => {
  expect(stagesOf({}).map(({ id, state }) => [id, state])).toEqual([
    ['new', 'open'],
    ['waiting-on-contact', 'open'],
    ['waiting-on-us', 'open'],
    ['closed', 'closed'],
  ]);
});

it('TKT-8 a ticket of a stage that was removed stands where that stage went, however often', () => {
  const stages = [stage('a', 'open', 'b'), stage('b', 'open', 'c'), stage('c', 'open'), stage('z', 'closed')];
  expect(stageOf({ stage: 'a', status: 'open' }, { stages }).id).toBe('c');
  expect(stagesOf({ stages }).map(({ id }) => id)).toEqual(['c', 'z']);
});

it('TKT-8 one of a stage this inbox never had, or of the other state, stands in the first of its own', () => {
  const stages = [stage('x', 'open'), stage('y', 'open'), stage('z', 'closed')];
  expect(stageOf({ stage: 'done', status: 'closed' }, { stages }).id).toBe('z');
  expect(stageOf({ stage: 'y', status: 'closed' }, { stages }).id).toBe('z');
  expect(stageOf({ stage: 'z', status: 'open' }, { stages }).id).toBe('x');
  expect(firstStage({ stages }, 'open').id).toBe('x');
});
