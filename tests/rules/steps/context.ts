import { expect } from 'vitest';
import { usualContext } from '../../../domain/model/context-settings';
import type { Id } from '../../../domain/model/ids';
import { type Step, step } from '../step';
import type { Person, Story } from '../story';

/*
 * Sentences about contacts and what stands beside a conversation. Who has written an e-mail is a contact.
 *
 *   how it stands   Kim is a contact · Kim is no contact · there is one Kim · A's contact is Kim · A has no contact · A is called "Kim"
 *                   the contact is taken off A · Lea is the contact of A · Kim wrote last in A · Kim is Bo's · Kim has the number "+45 1234"
 *   what one does   Ann takes the contact off A · Ann puts Lea on A · Ann makes Ole a contact of A · Ann gives Kim to Bo
 *                   Ann gives Kim the number "+45 1234" · Ann folds the ticket · Ann chooses phone and owner for contacts
 */
const row = (story: Story, id: Id) => story.world.get('conversations', id);
const allOf = (story: Story, { address }: Person) => story.world.rows.all('contacts').filter(({ emails }) => emails.includes(address));
/** Where nobody is known by the name, an id that is nowhere. */
const idOf = (story: Story, person: Person): Id => allOf(story, person)[0]?.id ?? story.named(person.name);
const only = (story: Story, person: Person) => {
  const [contact] = allOf(story, person);
  if (!contact) throw new Error(`${person.name} is no contact`);
  return contact;
};
const known = async (story: Story, person: Person) => {
  if (allOf(story, person).length === 0) await story.world.mailFrom(person);
  return only(story, person);
};
const last = (story: Story, id: Id) => story.world.thread(id).at(-1);
const contextOf = (story: Story, id: Id) => story.world.rows.row('contextSettings', id) ?? usualContext;

const create = (story: Story, by: Id, { name, address }: Person, conversationId: Id) =>
  story.act(by, 'createContact', { contactId: story.world.id(), conversationId, name, email: address, phone: null });

const contacts = [
  step('{contact} is a contact', { given: known, check: only }),
  step('{contact} is no contact', { check: (story, person) => expect(allOf(story, person)).toEqual([]) }),
  step('there is one {contact}', { check: (story, person) => expect(allOf(story, person)).toHaveLength(1) }),
  step("{conversation}'s contact is {contact}", { check: (story, id, person) => expect(row(story, id).contactId).toBe(only(story, person).id) }),
  step('{conversation} has no contact', { check: (story, id) => expect(row(story, id).contactId).toBeNull() }),
  step('{conversation} is called {text}', { check: (story, id, name) => expect(row(story, id).contactName).toBe(name) }),
  step('the contact is taken off {conversation}', {
    given: (story, id) => story.act(story.memberOf(row(story, id)), 'detachContact', { conversationId: id }),
  }),
  step('{contact} is the contact of {conversation}', {
    given: async (story, person, id) =>
      story.act(story.memberOf(row(story, id)), 'attachContact', { conversationId: id, contactId: (await known(story, person)).id }),
  }),
  step('{contact} wrote last in {conversation}', {
    check: (story, person, id) => expect(last(story, id)?.author).toMatchObject({ kind: 'contact', contactId: only(story, person).id }),
  }),
  step('nobody known wrote last in {conversation}', {
    check: (story, id) => expect(last(story, id)?.author).toMatchObject({ kind: 'contact', contactId: null }),
  }),
  step('the answer in {conversation} goes to {address}', {
    check: (story, id, address) => expect([last(story, id)?.direction, last(story, id)?.to.map((one) => one.address)]).toEqual(['out', [address]]),
  }),
  step("{contact} is {agent}'s", { check: (story, person, ownerId) => expect(only(story, person).ownerId).toBe(ownerId) }),
  step("{contact} is nobody's", { check: (story, person) => expect(only(story, person).ownerId).toBeNull() }),
  step('{contact} has the number {text}', { check: (story, person, phone) => expect(only(story, person).phone).toBe(phone) }),
  step('{contact} has no number', { check: (story, person) => expect(only(story, person).phone).toBeNull() }),
];

const acts = [
  step('a chat of {contact} begins {newConversation}', {
    act: async (story, { name, address }, called) => {
      story.begin(called, await story.world.chatLine({ visitor: { name, address } }));
    },
  }),
  step("{conversation}'s visitor writes again", {
    act: async (story, conversationId) => {
      await story.world.chatLine({ conversationId });
    },
  }),
  step('{agent} takes the contact off {conversation}', { act: (story, by, conversationId) => story.act(by, 'detachContact', { conversationId }) }),
  step('{agent} puts {contact} on {conversation}', {
    act: (story, by, person, conversationId) => story.act(by, 'attachContact', { conversationId, contactId: idOf(story, person) }),
  }),
  step('{agent} makes {contact} a contact of {conversation}', { act: create }),
  step('{agent} gives {contact} to {owner}', {
    act: (story, by, person, ownerId) => story.act(by, 'updateContact', { contactId: idOf(story, person), ownerId }),
  }),
  step('{agent} gives {contact} the number {text}', {
    act: (story, by, person, phone) => story.act(by, 'updateContact', { contactId: idOf(story, person), phone }),
  }),
];

const arranged = [
  step('{agent} folds the {section}', { act: (story, by, section) => story.act(by, 'arrangeContext', { folded: [section] }) }),
  step('{agent} has folded the {section}', { check: (story, by, section) => expect(contextOf(story, by).folded).toEqual([section]) }),
  step('{agent} has folded nothing', { check: (story, by) => expect(contextOf(story, by).folded).toEqual([]) }),
  step('{agent} chooses {properties} for contacts', {
    act: (story, by, contactProperties) => story.act(by, 'arrangeContext', { contactProperties }),
  }),
  step('{agent} reads {properties} of contacts', {
    check: (story, by, properties) => expect(contextOf(story, by).contactProperties).toEqual(properties),
  }),
];

export const steps: Step[] = [...contacts, ...acts, ...arranged];
