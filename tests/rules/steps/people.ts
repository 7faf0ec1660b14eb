import { expect } from 'vitest';
import type { Id } from '../../../domain/model/ids';
import { spacesOfAgent } from '../../../domain/space/spaces-of-agent';
import { type Step, step } from '../step';
import type { Story } from '../story';

/*
 * Sentences about who is here, and who rules.
 *
 *   Carl is a super administrator · Carl deactivates Bo · the host deactivates Bo · Carl activates Bo again · Bo is deactivated · Bo is in no inbox · Bo is in Support
 *   Carl makes Ann a super administrator · Ann takes that from Carl · Carl is no super administrator
 */
const row = (story: Story, id: Id) => story.world.get('agents', id);
const spaces = (story: Story, id: Id) => spacesOfAgent(row(story, id), story.world.rows.all('members'));

export const steps: Step[] = [
  step('{agent} is a super administrator', {
    given: (story, id) => story.world.set('agents', id, { superAdmin: true }),
    check: (story, id) => expect(row(story, id).superAdmin).toBe(true),
  }),
  step('{agent} is no super administrator', { check: (story, id) => expect(row(story, id).superAdmin).toBe(false) }),
  step('{agent} deactivates {agent}', { act: (story, by, agentId) => story.act(by, 'setAgentActive', { agentId, active: false }) }),
  step('the host deactivates {agent}', { act: (story, agentId) => story.act('host', 'setAgentActive', { agentId, active: false }) }),
  step('{agent} activates {agent} again', { act: (story, by, agentId) => story.act(by, 'setAgentActive', { agentId, active: true }) }),
  step('{agent} is deactivated', { check: (story, id) => expect(row(story, id).active).toBe(false) }),
  step('{agent} is in no inbox', { check: (story, id) => expect(spaces(story, id)).toEqual([]) }),
  step('{agent} is in {inbox}', { check: (story, id, inboxId) => expect(spaces(story, id)).toContain(`inbox:${inboxId}`) }),
  step('{agent} makes {agent} a super administrator', {
    act: (story, by, agentId) => story.act(by, 'setSuperAdmin', { agentId, superAdmin: true }),
  }),
  step('{agent} takes that from {agent}', { act: (story, by, agentId) => story.act(by, 'setSuperAdmin', { agentId, superAdmin: false }) }),
];
