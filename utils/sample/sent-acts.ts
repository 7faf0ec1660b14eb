import { type Act, actOf } from './act';
import type { SampleSource } from './conversation-acts';
import { importSentMail } from './import-sent-mail';
import type { Person } from './person';

const letters = [
  { subject: 'Opfølgning på tilbud', text: 'Hej\n\nHar I haft tid til at se på tilbuddet? Prisen holder måneden ud.\n\nMette' },
  { subject: 'Ny prisliste fra 1. januar', text: 'Hej\n\nDen nye prisliste er klar. Ring endelig, hvis der er noget, vi skal tale om.\n\nSofie' },
  { subject: 'Your visit to the workshop', text: 'Hello\n\nWould the 4th at ten suit you? We would show you the finishes then.\n\nMette' },
];

/** Conversations we began and nobody has answered yet (VIEW-8). */
export const sentActs = ({ seeded, cast, people, now }: SampleSource): Act[] =>
  Array.from({ length: 8 }, (_, i): Act => {
    const at = now - seeded.between(60, 60 * 24 * 10) * 60_000;
    const { name, email } = people[(i * 17 + 2) % people.length] as Person;
    const { subject, text } = letters[i % letters.length] as (typeof letters)[number];
    const agentId = i % 2 === 0 ? cast.agents.mette.id : cast.agents.sofie.id;
    const channelId = i % 2 === 0 ? cast.channels.serviceMail.id : cast.channels.businessMail.id;
    const args = { conversationId: seeded.id(at), messageId: seeded.id(at), channelId, agentId, to: { name, address: email }, subject, text };
    return actOf(importSentMail, args, { at, uuid: seeded.id(at), by: { kind: 'system', workspaceId: cast.workspaceId } });
  });
