import { type Id, workspaceSpace } from '../../domain/model/ids';
import type { Seeded } from './seeded';

export interface SampleAgent {
  id: Id;
  name: string;
  email: string;
  superAdmin: boolean;
}

/** Who and what the sample's furniture maker consists of: three agents, two inboxes, their ways in. */
export function castOf(seeded: Seeded, at: number) {
  const id = () => seeded.id(at);
  const workspaceId = id();
  const mette = { id: id(), name: 'Mette Kjær', email: 'mette@havnegaard.example', superAdmin: true };
  const jonas = { id: id(), name: 'Jonas Winther', email: 'jonas@havnegaard.example', superAdmin: false };
  const sofie = { id: id(), name: 'Sofie Brandt', email: 'sofie@havnegaard.example', superAdmin: false };
  const service = { id: id(), name: 'Kundeservice', answerWithinMinutes: 240, members: [mette, jonas, sofie] };
  const business = { id: id(), name: 'Erhverv', answerWithinMinutes: 480, members: [mette, sofie] };
  return {
    workspaceId,
    space: workspaceSpace(workspaceId),
    agents: { mette, jonas, sofie },
    inboxes: { service, business },
    channels: {
      serviceMail: { id: id(), inboxId: service.id, kind: 'email' as const, name: 'Kundeservice', address: 'kundeservice@havnegaard.example' },
      businessMail: { id: id(), inboxId: business.id, kind: 'email' as const, name: 'Erhverv', address: 'erhverv@havnegaard.example' },
      chat: { id: id(), inboxId: service.id, kind: 'chat' as const, name: 'havnegaard.example', address: null },
      form: { id: id(), inboxId: service.id, kind: 'form' as const, name: 'Kontaktformular', address: null },
      phone: { id: id(), inboxId: service.id, kind: 'call' as const, name: '+45 75 60 44 71', address: null },
    },
  };
}
export type Cast = ReturnType<typeof castOf>;
