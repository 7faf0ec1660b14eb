import { expect } from 'vitest';
import { keyedHash } from '../../../domain/core/keyed-hash';
import type { Id } from '../../../domain/model/ids';
import { liveTags, tagsOf } from '../../../domain/tag/tags-of';
import { type Step, step } from '../step';
import type { Story } from '../story';

/*
 * Sentences about tags, which are called by their names: each name has an id of its own, whoever says it first.
 *
 *   Ann tags A "VIP" · Ann, who does not know of it, tags A "VIP" · Ann takes "VIP" off A · A is tagged "VIP" and "Urgent" · A has no tags
 *   Ann calls the tag "VIP" "Gold" · Ann puts the tag "VIP" into "Gold" · the tags are "VIP" and "Gold"
 */
const workspaceOf = (story: Story) => story.world.get('workspaces', story.world.workspaceId);
const idOf = (story: Story, name: string): Id =>
  liveTags(workspaceOf(story)).find((tag) => tag.name === name)?.id ?? keyedHash(story.world.workspaceId, name);
const tag = (story: Story, by: Id, conversationId: Id, name: string) =>
  story.act(by, 'tagConversation', { conversationId, tagId: idOf(story, name), name });
const change = (story: Story, by: Id, what: Parameters<typeof story.world.act<'changeTags'>>[2]['change']) =>
  story.act(by, 'changeTags', { workspaceId: story.world.workspaceId, change: what });
const names = (story: Story, id: Id) => tagsOf(story.world.get('conversations', id), workspaceOf(story)).map(({ name }) => name);

export const steps: Step[] = [
  step('{agent} tags {conversation} {text}', { given: tag, act: tag }),
  step('{agent}, who does not know of it, tags {conversation} {text}', {
    act: (story, by, conversationId, name) => story.act(by, 'tagConversation', { conversationId, tagId: story.world.id(), name }),
  }),
  step('{agent} takes {text} off {conversation}', {
    act: (story, by, name, conversationId) => story.act(by, 'untagConversation', { conversationId, tagId: idOf(story, name) }),
  }),
  step('{agent} calls the tag {text} {text}', {
    act: (story, by, from, to) => change(story, by, { do: 'rename', tagId: idOf(story, from), name: to }),
  }),
  step('{agent} puts the tag {text} into {text}', {
    act: (story, by, from, into) => change(story, by, { do: 'merge', tagId: idOf(story, from), into: idOf(story, into) }),
  }),
  step('{conversation} is tagged {text}', { check: (story, id, name) => expect(names(story, id)).toEqual([name]) }),
  step('{conversation} is tagged {text} and {text}', { check: (story, id, one, two) => expect(names(story, id)).toEqual([one, two]) }),
  step('{conversation} has no tags', { check: (story, id) => expect(names(story, id)).toEqual([]) }),
  step('the tags are {text} and {text}', {
    check: (story, one, two) => expect(liveTags(workspaceOf(story)).map(({ name }) => name)).toEqual([one, two]),
  }),
  step('the one tag is {text}', { check: (story, name) => expect(liveTags(workspaceOf(story)).map((one) => one.name)).toEqual([name]) }),
];
