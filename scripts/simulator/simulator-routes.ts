import { type Context, Hono } from 'hono';
import { v7 } from 'uuid';
import type { Refusal } from '../../domain/core/refusal';
import type { IncomingChat } from '../../domain/message/incoming-chat';
import type { Id } from '../../domain/model/ids';
import type { ArgsOf } from '../../domain/mutations';
import { readForm } from '../../server/auth/read-form';
import type { HttpHost } from '../../server/http/http-host';
import { hubProblem } from '../../server/http/hub-problem';
import { seeOther } from '../../server/pages/see-other';
import { actAsHost } from '../../server/sync/act-as-host';
import { channelPage, chatPage, homePage } from './simulator-pages';
import { chatsOf, findChat, findSimulated, listSimulated, simulatedKinds } from './simulator-reads';

/** Whatever a page's form may say about when: minutes ago, at most 90 days. */
const longestAgo = 90 * 24 * 60;

/**
 * `/simulator`: plays the people on the other side. What is typed here comes in through `receiveMessage` like anything from outside, so that the
 * rules meet chats, bots, Messenger, forms and calls before such a channel can be connected. Only `npm start` has it, on this machine alone.
 */
export function simulatorRoutes(host: HttpHost): Hono {
  const app = new Hono();
  const { db, store, now, baseUrl } = host;

  app.use('/simulator/*', async (c, next) => {
    // A page of somebody else's, open in the same browser, could post here otherwise.
    if (c.req.method !== 'GET' && c.req.header('origin') !== new URL(baseUrl).origin)
      return hubProblem(c, 403, 'forbidden', 'this comes from another page than the simulator’s');
    return next();
  });

  const receive = (workspaceId: Id, args: ArgsOf<'receiveMessage'>) =>
    store.transaction('all', (transaction) => actAsHost(transaction, { name: 'receiveMessage', args, workspaceId, uuid: v7(), at: now() }));
  const idsNow = () => ({ conversationId: v7(), messageId: v7(), contactId: v7(), eventId: v7() });
  const nothingHere = (c: Context) => hubProblem(c, 404, 'not-found', 'no such channel or chat');
  const refused = (c: Context, refusal: Refusal) => hubProblem(c, 409, 'refused', refusal.refused);

  app.get('/simulator', async () => homePage(await listSimulated(db)));

  app.post('/simulator/channels', async (c) => {
    const field = await readForm(c.req.raw);
    const [inboxId = '', kind = ''] = field('place').split(' ');
    const inbox = (await listSimulated(db)).find(({ id }) => id === inboxId);
    const known = simulatedKinds.find((one) => one === kind);
    if (!inbox || !known) return nothingHere(c);
    const channelId = v7();
    const args = {
      ...{ channelId, inboxId: inbox.id, kind: known, name: field('name') || `Simulated ${known}`, address: null },
      ...{ fromName: 'company' as const, companyName: '', signatureHtml: '', logForwardsTo: 'original-sender' as const, reopenTicketOnAnswer: false },
    };
    const { workspaceId } = inbox;
    const refusal = await store.transaction('all', (transaction) =>
      actAsHost(transaction, { name: 'createChannel', args, workspaceId, uuid: v7(), at: now() }),
    );
    return refusal ? refused(c, refusal) : seeOther(`/simulator/channels/${channelId}`);
  });

  app.get('/simulator/channels/:id', async (c) => {
    const found = await findSimulated(db, c.req.param('id'));
    return found ? channelPage(found, await chatsOf(db, found.channel.id)) : nothingHere(c);
  });

  app.post('/simulator/channels/:id', async (c) => {
    const found = await findSimulated(db, c.req.param('id'));
    if (!found) return nothingHere(c);
    const { channel, workspaceId } = found;
    const field = await readForm(c.req.raw);
    const into = { ids: idsNow(), channelId: channel.id, receivedAt: saidAt(field('minutesAgo'), now()) };
    if (channel.kind === 'form') {
      const fields = ['Name', 'E-mail', 'Message'].map((label) => ({ label, value: field(label) })).filter(({ value }) => value !== '');
      const refusal = await receive(workspaceId, { kind: 'form', ...into, fields });
      return refusal ? refused(c, refusal) : seeOther(`/simulator/channels/${channel.id}`);
    }
    if (channel.kind === 'call') {
      const outcome = (['answered', 'missed', 'voicemail'] as const).find((one) => one === field('outcome')) ?? 'missed';
      const durationSeconds = Math.max(0, Math.round(Number(field('seconds')) || 0));
      const call = { number: field('number').slice(0, 50), durationSeconds, outcome, name: field('name').slice(0, 500) };
      const refusal = await receive(workspaceId, { kind: 'call', ...into, ...call });
      return refusal ? refused(c, refusal) : seeOther(`/simulator/channels/${channel.id}`);
    }
    const refusal = await receive(workspaceId, { ...lineOf(field), ...into, conversationId: null });
    return refusal ? refused(c, refusal) : seeOther(`/simulator/chats/${into.ids.conversationId}`);
  });

  app.get('/simulator/chats/:id', async (c) => {
    const chat = await findChat(db, c.req.param('id'));
    return chat ? chatPage(chat) : nothingHere(c);
  });

  app.post('/simulator/chats/:id', async (c) => {
    const chat = await findChat(db, c.req.param('id'));
    if (!chat) return nothingHere(c);
    const field = await readForm(c.req.raw);
    const { contactName: name, contactAddress: address } = chat.conversation;
    const receivedAt = saidAt(field('minutesAgo'), now());
    const line = { ...lineOf(field), visitor: { name, address }, ids: idsNow(), channelId: chat.channel.id, receivedAt };
    const refusal = await receive(chat.workspaceId, { ...line, conversationId: chat.conversation.id });
    return refusal ? refused(c, refusal) : seeOther(`/simulator/chats/${chat.conversation.id}`);
  });

  return app;
}

type Field = Awaited<ReturnType<typeof readForm>>;

/** A line as its form says it. A bot that speaks leads the chat, too. */
function lineOf(field: Field): Pick<IncomingChat, 'kind' | 'visitor' | 'text' | 'bot' | 'author'> {
  const author = field('author') === 'bot' ? 'bot' : 'visitor';
  const leads = author === 'bot' || field('botLeads') === 'on';
  return {
    kind: 'chat',
    visitor: { name: field('name').slice(0, 500), address: field('address').slice(0, 320) || null },
    text: field('text'),
    bot: leads ? { name: (field('botName') || 'Order bot').slice(0, 200) } : null,
    author,
  };
}

function saidAt(minutesAgo: string, now: number): number {
  const minutes = Number(minutesAgo);
  return now - (minutes > 0 ? Math.min(Math.round(minutes), longestAgo) * 60_000 : 0);
}
