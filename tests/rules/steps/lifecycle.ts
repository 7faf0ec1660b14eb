import { expect } from 'vitest';
import type { SenderRule } from '../../../domain/model/contact';
import type { Id } from '../../../domain/model/ids';
import { type Step, step } from '../step';
import type { Story } from '../story';

/*
 * Sentences about the life of conversations and messages.
 *
 *   whose mail is spam   Kim is always spam · Kim's whole company is blocked · Ann says that Kim is never spam · Ann takes the rule about Kim away
 *                        its row says that the sender is denied (of the conversation that began last)
 */
const setRule = (story: Story, by: Id, pattern: string, kind: SenderRule['kind']) =>
  story.act(by, 'setSenderRule', { ruleId: story.world.id(), workspaceId: story.world.workspaceId, kind, pattern });
const companyOf = (address: string) => address.slice(address.indexOf('@'));

const senders = [
  step('{contact} is {judgement}', { given: (story, { address }, kind) => setRule(story, story.agent('Ann'), address, kind) }),
  step("{contact}'s whole company is {judgement}", {
    given: (story, { address }, kind) => setRule(story, story.agent('Ann'), companyOf(address), kind),
  }),
  step('{agent} says that {contact} is {judgement}', { act: (story, by, { address }, kind) => setRule(story, by, address, kind) }),
  step("{agent} says that {agent}'s own address is {judgement}", {
    act: (story, by, whose, kind) => setRule(story, by, story.world.get('agents', whose).email, kind),
  }),
  step('{agent} takes the rule about {contact} away', {
    act: async (story, by, { address }) => {
      const rule = story.world.rows.all('senderRules').find(({ pattern }) => pattern === address);
      await story.act(by, 'removeSenderRule', { ruleId: rule?.id ?? story.world.id() });
    },
  }),
  step('its row says that {spamReason}', {
    check: (story, reason) => expect(story.world.rows.all('conversations').at(-1)?.spam?.reason).toBe(reason),
  }),
];

export const steps: Step[] = [...senders];
