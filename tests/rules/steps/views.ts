import { expect } from 'vitest';
import { keyedHash } from '../../../domain/core/keyed-hash';
import type { CustomView, ViewFilter } from '../../../domain/model/custom-view';
import type { Id } from '../../../domain/model/ids';
import { customViewsOf, isShared } from '../../../domain/view/custom-views-of';
import { indexedView } from '../../../domain/view/indexed-view';
import { matchesView } from '../../../domain/view/matches-view';
import { type Step, step } from '../step';
import type { Story } from '../story';

/*
 * Sentences about the views of Support that somebody made, which are called by their names, and hold what stands in quotation marks (`filters`).
 *
 *   Ann makes the view "VIP" of "those tagged VIP" · … for everybody · Bo changes the view "VIP" to "open ones" · Ann shares the view "VIP"
 *   Ann keeps the view "VIP" to herself · Ann takes the view "VIP" away · Bo puts the view "VIP" before "Late" · Bo has the views "VIP" and "Late"
 *   Bo has the view "VIP" · Bo has no view · A stands in "VIP" for Bo · A does not stand in "VIP" for Bo
 */
const filters: Record<string, (story: Story) => ViewFilter> = {
  'open ones': () => ({ states: ['open'] }),
  'closed ones': () => ({ states: ['closed'] }),
  'snoozed ones': () => ({ states: ['snoozed'] }),
  'all there are': () => ({ states: ['open', 'snoozed', 'closed'] }),
  'open ones of mine': () => ({ states: ['open'], owners: ['me'] }),
  'open ones of nobody': () => ({ states: ['open'], owners: ['nobody'] }),
  'open ones of Bo': (story) => ({ states: ['open'], owners: [story.agent('Bo')] }),
  'those tagged VIP': (story) => ({ states: ['open'], tags: [keyedHash(story.world.workspaceId, 'VIP')] }),
  'those that need an answer': () => ({ states: ['open'], waiting: true }),
  'those I follow': () => ({ states: ['open'], followed: true }),
  'those with a ticket': () => ({ states: ['open', 'closed'], ticket: 'with' }),
};
const filterOf = (story: Story, words: string) => {
  const made = filters[words];
  if (!made) throw new Error(`nobody knows what "${words}" holds`);
  return made(story);
};
const idOf = (story: Story, name: string): Id => keyedHash(story.world.support, name);
const viewsOf = (story: Story, by: Id): CustomView[] =>
  customViewsOf(story.world.get('inboxes', story.world.support), story.world.rows.row('viewSettings', by));
const save = (story: Story, by: Id, name: string, change: { filter?: ViewFilter; shared?: boolean }) => {
  const inbox = story.world.get('inboxes', story.world.support);
  const known = [...(inbox.views ?? []), ...viewsOf(story, by)].find((view) => view.id === idOf(story, name));
  const filter = change.filter ?? known?.filter ?? { states: ['open'] };
  const args = { inboxId: inbox.id, viewId: idOf(story, name), name, filter, shared: change.shared ?? isShared(inbox, idOf(story, name)) };
  return story.act(by, 'saveView', args);
};
const make = (story: Story, by: Id, name: string, words: string) => save(story, by, name, { filter: filterOf(story, words), shared: false });
const makeForAll = (story: Story, by: Id, name: string, words: string) => save(story, by, name, { filter: filterOf(story, words), shared: true });
const standsIn = (story: Story, conversationId: Id, name: string, by: Id): boolean => {
  const view = viewsOf(story, by).find((one) => one.name === name);
  if (!view) throw new Error(`there is no view "${name}"`);
  const { filter } = indexedView(view, story.world.get('workspaces', story.world.workspaceId));
  return matchesView(story.world.get('conversations', conversationId), filter, by);
};

export const steps: Step[] = [
  step('{agent} makes the view {text} of {text}', { given: make, act: make }),
  step('{agent} makes the view {text} of {text} for everybody', { given: makeForAll, act: makeForAll }),
  step('{agent} changes the view {text} to {text}', { act: (story, by, name, words) => save(story, by, name, { filter: filterOf(story, words) }) }),
  step('{agent} shares the view {text}', { act: (story, by, name) => save(story, by, name, { shared: true }) }),
  step('{agent} keeps the view {text} private', { act: (story, by, name) => save(story, by, name, { shared: false }) }),
  step('{agent} takes the view {text} away', {
    act: (story, by, name) => story.act(by, 'removeView', { inboxId: story.world.support, viewId: idOf(story, name) }),
  }),
  step('{agent} puts the view {text} before {text}', {
    act: (story, by, one, two) => story.act(by, 'orderViews', { viewIds: [idOf(story, one), idOf(story, two)] }),
  }),
  step('{agent} has the view {text}', { check: (story, by, name) => expect(viewsOf(story, by).map((view) => view.name)).toEqual([name]) }),
  step('{agent} has the views {text} and {text}', {
    check: (story, by, one, two) => expect(viewsOf(story, by).map((view) => view.name)).toEqual([one, two]),
  }),
  step('{agent} has no view', { check: (story, by) => expect(viewsOf(story, by)).toEqual([]) }),
  step('{conversation} stands in {text} for {agent}', { check: (story, id, name, by) => expect(standsIn(story, id, name, by)).toBe(true) }),
  step('{conversation} does not stand in {text} for {agent}', {
    check: (story, id, name, by) => expect(standsIn(story, id, name, by)).toBe(false),
  }),
];
