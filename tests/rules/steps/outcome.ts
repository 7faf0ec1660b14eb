import { expect } from 'vitest';
import { type Step, step } from '../step';

/*
 * Sentences about how an act ended, and about time; for every page of rules.
 *
 *   it is refused: it is in trash · it is refused for 20 minutes more: the bot has not handed over · nothing changes
 *   Ann takes that back · 30 days pass
 *
 * Why something is refused is said by its code's own words ("already closed"), or as `reasons` in tests/rules/parameters.ts has it.
 */
export const steps: Step[] = [
  step('it is refused: {reason}', { check: (story, reason) => expect(story.refused?.refused).toBe(reason) }),
  step('it is refused for {duration} more: {reason}', {
    check: (story, time, reason) => expect([story.refused?.refused, Number(story.refused?.detail?.until) - story.world.at]).toEqual([reason, time]),
  }),
  step('nothing changes', { check: (story) => expect(story.isAsRemembered()).toBe(true) }),
  step('{agent} takes that back', { act: (story, by) => story.undo(by) }),
  step('{duration} pass(es)?', {
    act: (story, time) => {
      story.world.at += time;
    },
  }),
];
