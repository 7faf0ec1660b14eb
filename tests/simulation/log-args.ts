import type { Id } from '../../domain/model/ids';
import { inboxSpace } from '../../domain/model/ids';
import type { ArgsOf } from '../../domain/mutations';
import type { Sight } from './mutation-args';

type Mail = ArgsOf<'logMail'>['mails'][number];

/** A mail somebody has open in their own mailbox: mostly one that is in an inbox already, read with more or less of what there is to it. */
async function logMail(sight: Sight): Promise<ArgsOf<'logMail'> | undefined> {
  const { random, newId, agentId } = sight;
  const member = random.find((await sight.rows('members')).filter((row) => row.agentId === agentId));
  const inboxId = random.chance(0.95) ? member?.inboxId : random.find(await sight.rows('inboxes'))?.id;
  if (!inboxId) return undefined;
  const conversations = new Map((await sight.rows('conversations')).filter((row) => row.inboxId === inboxId).map((row) => [row.id, row]));
  const there = (await sight.rows('messages')).filter(
    ({ kind, author, conversationId }) => kind === 'email' && author.kind === 'contact' && author.address && conversations.has(conversationId),
  );
  const found = random.chance(0.6) ? random.find(there.filter((row) => !conversations.get(row.conversationId)?.trashed)) : undefined;
  const known = found && found.author.kind === 'contact' ? { found, from: found.author.address ?? '' } : undefined;
  const isNamed = random.chance(0.6);
  const account = `${random.pick(['ann', 'bo'])}@havnegaard.example`;
  const id = newId();
  const mail: Mail = {
    ids: { messageId: id, contactId: newId() },
    rfcMessageId: isNamed ? (known ? known.found.rfcMessageId : `<${id}@kunde.example>`) : null,
    from: { name: 'Kari', address: known?.from ?? random.pick(['kari@kunde.example', 'ole@kunde.example', account]) },
    to: [{ name: '', address: random.chance(0.5) ? account : 'ole@kunde.example' }],
    cc: [],
    subject: known?.found.subject ?? 'A question',
    date: isNamed ? (known ? known.found.claimedAt : Math.max(0, sight.now - random.int(0, 40) * 3_600_000)) : null,
    references: [],
    text: known?.found.text ?? `Yes ${random.int(1, 99)}`,
    quotedText: '',
    html: random.chance(0.3) ? '<p>A question</p>' : null,
    attachments: [],
    automatic: null,
    own: random.chance(0.1),
    seenIn: random.chance(0.7) ? { provider: random.pick(['gmail', 'outlook'] as const), account, thread: null, message: null } : null,
    refusal: random.chance(0.03) ? 'draft' : null,
  };
  const ticket = random.chance(0.1) ? await ticketOf(sight, inboxId) : undefined;
  const owner: { ownerId?: Id | null } = random.chance(0.2) ? { ownerId: random.find(await sight.rows('members'))?.agentId ?? null } : {};
  return { inboxId, newConversationId: newId(), mails: [mail], ...owner, ticketId: ticket ?? null };
}

const ticketOf = async ({ random, rows }: Sight, inboxId: Id): Promise<Id | undefined> =>
  random.find((await rows('tickets')).filter(({ space }) => space === inboxSpace(inboxId)))?.id;

export const logArgs = { logMail };
