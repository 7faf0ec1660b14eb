import { onTestFinished, vi } from 'vitest';
import { undoSendMs } from '../../domain/message/undo-send';
import type { Id } from '../../domain/model/ids';
import type { MutationName } from '../../domain/mutations';
import { checkAtRest } from './invariants';
import { type Ack, SimDevice } from './sim-device';
import { SimHub, startOfTime } from './sim-hub';

let made = 0;

/** Ann's and Bo's devices, synced, with a mail from a customer in Support: where the story of one fault begins. */
export async function aTeam({ limits }: { limits?: { pull: number; bootstrap: number } } = {}) {
  vi.useFakeTimers({ toFake: ['Date'], now: startOfTime });
  const hub = new SimHub(limits);
  await hub.setUp();
  made += 1;
  const ann = new SimDevice(`ann-${made}`, hub.ann, hub);
  const bo = new SimDevice(`bo-${made}`, hub.bo, hub);
  const devices = [ann, bo];
  onTestFinished(async () => {
    for (const device of devices) await device.close();
    vi.useRealTimers();
  });
  const conversationId = await mailFrom(hub, 'kari@kunde.example');
  for (const device of devices) await device.sync();

  /** No more faults: all sync, mail goes out, then every promise is checked. */
  const settle = async (options: { restored?: boolean } = {}) => {
    for (let round = 0; round < 6; round++) {
      hub.now += undoSendMs;
      await hub.sendMail();
      for (const device of devices) await device.sync();
    }
    await checkAtRest(hub, devices, { restored: options.restored ?? false });
  };
  return { hub, ann, bo, devices, conversationId, settle };
}

/** A mail comes in to Support; answers its conversation. */
export async function mailFrom(hub: SimHub, from: string, references: string[] = []): Promise<Id> {
  const channel = hub.store.all('channels').find(({ kind, inboxId }) => kind === 'email' && inboxId === hub.support);
  const ids = { conversationId: hub.newId(), messageId: hub.newId(), contactId: hub.newId(), eventId: hub.newId() };
  const refused = await hub.act('receiveMessage', {
    kind: 'email',
    ids,
    channelId: channel?.id ?? '',
    receivedAt: hub.now,
    rfcMessageId: `<${ids.messageId}@kunde.example>`,
    rawHash: ids.messageId.replaceAll('-', '').padStart(64, '0'),
    from: { name: 'Kari', address: from },
    to: [{ name: '', address: 'support@havnegaard.example' }],
    cc: [],
    subject: 'A question',
    date: hub.now,
    references,
    text: 'Where is my parcel?',
    quotedText: '',
    html: null,
    attachments: [],
    automatic: null,
    bounceOf: null,
    bulk: false,
    providerConfirmation: false,
    forward: null,
    repliesTo: null,
    unreadable: null,
  });
  if (refused) throw new Error(`the mail was refused: ${refused.refused}`);
  return ids.conversationId;
}

/** The person acts and it is taken. */
export async function does(device: SimDevice, name: MutationName, args: unknown): Promise<Ack> {
  vi.setSystemTime(device.now);
  const ack = await device.act(name, args);
  if (!ack) throw new Error(`${name} was refused here`);
  return ack;
}

/** A reply with its message's id. */
export async function replies(device: SimDevice, hub: SimHub, conversationId: Id, text = 'It is on its way', attachments: unknown[] = []) {
  const messageId = hub.newId();
  const channel = hub.store.all('channels').find(({ kind, inboxId }) => kind === 'email' && inboxId === hub.support);
  const rest = { to: [], cc: [], bcc: [], subject: 'Re: A question', html: '', attachments, inReplyTo: null, draftId: null };
  const ack = await does(device, 'sendReply', { messageId, conversationId, channelId: channel?.id, text, ...rest });
  return { ...ack, messageId };
}
