import { html } from 'hono/html';
import type { Conversation } from '../../domain/model/conversation';
import type { Message } from '../../domain/model/message';
import { type Markup, page } from '../../server/pages/page-layout';
import { type Simulated, type SimulatedChat, type SimulatedInbox, simulatedKinds } from './simulator-reads';

// For developers, in English alone: no customer and no agent ever meets these pages.

const shell = (title: string, body: Markup) => page({ locale: 'en', title, body, wide: true });
const home = html`<p><a href="/simulator">All channels</a></p>`;

/** Every channel whose other side can be played, by inbox. */
export const homePage = (inboxes: readonly SimulatedInbox[]): Promise<Response> =>
  shell(
    'Simulator',
    html`
<h1>Simulator</h1>
<p class="lead">Play the people on the other side. What you write here comes in as if from outside; watch it in the inbox.</p>
${inboxes.map(
  (inbox) => html`<h2>${inbox.name}</h2>
${inbox.channels.length === 0 ? html`<p class="help">No chat, Messenger, form or call here yet.</p>` : ''}
<ul class="plain">${inbox.channels.map(({ id, kind, name }) => html`<li><a href="/simulator/channels/${id}">${name}</a> <span class="help">${kind}</span></li>`)}</ul>`,
)}
<h2>Another channel</h2>
<form method="post" action="/simulator/channels">
<label for="place">Inbox and kind</label>
<select id="place" name="place">${inboxes.flatMap((inbox) => simulatedKinds.map((kind) => html`<option value="${inbox.id} ${kind}">${inbox.name}: ${kind}</option>`))}</select>
<label for="name">Name</label><input id="name" name="name" maxlength="200">
<button>Add channel</button>
</form>
<p class="help">Mail needs no simulator: send it by SMTP, as the start of the hub says.</p>`,
  );

/** One channel: something new by it, and its chats to go on in. */
export function channelPage({ channel, inboxName }: Simulated, chats: readonly Conversation[]): Promise<Response> {
  const form = { form: submission, call, chat: newChat, messenger: newChat }[channel.kind as 'form' | 'call' | 'chat' | 'messenger'];
  return shell(
    channel.name,
    html`
${home}
<h1>${channel.name}</h1>
<p class="lead">${channel.kind} in ${inboxName}</p>
<form method="post" action="/simulator/channels/${channel.id}">${form}${minutesAgo}<button>Let it come in</button></form>
<h2>Newest conversations</h2>
${chats.length === 0 ? html`<p class="help">None yet.</p>` : ''}
<ul class="plain">${chats.map(
      (chat) =>
        html`<li>${isChat(chat) ? html`<a href="/simulator/chats/${chat.id}">${nameOf(chat)}</a>` : nameOf(chat)}<p>${chat.preview}</p><p class="help">${stateOf(chat)}</p></li>`,
    )}</ul>`,
  );
}

/** One chat as its visitor sees it, and the next line. */
export function chatPage({ channel, conversation, lines }: SimulatedChat): Promise<Response> {
  const { bot } = conversation;
  const led = bot !== null && bot.handedOverAt === null;
  return shell(
    nameOf(conversation),
    html`
<p><a href="/simulator/channels/${channel.id}">${channel.name}</a></p>
<h1>${nameOf(conversation)}</h1>
<p class="lead">${stateOf(conversation)}${led ? `, led by ${bot.name}` : bot ? `, ${bot.name} has handed over` : ''}</p>
<ul class="plain" id="lines">${lines.map((line) => html`<li><b>${whoOf(line)}</b><p>${line.text}</p></li>`)}</ul>
<p><a href="/simulator/chats/${conversation.id}">Look for an answer</a></p>
<form method="post" action="/simulator/chats/${conversation.id}">
${textField}
<label for="author">Who writes</label>
<select id="author" name="author"><option value="visitor">the visitor</option><option value="bot">the bot</option></select>
${botFields(bot?.name ?? '', led)}
${minutesAgo}
<button>Say it</button>
</form>
<p class="help">A line without the bot is the hand-over. A line some minutes ago makes a silent visitor.</p>`,
  );
}

const textField = html`<label for="text">Line</label><textarea id="text" name="text" required maxlength="8000" rows="3"></textarea>`;
const minutesAgo = html`<label for="minutesAgo">Minutes ago</label><input id="minutesAgo" name="minutesAgo" type="number" min="0" value="0">`;
const who = html`<label for="name">Name</label><input id="name" name="name" maxlength="500">
<label for="address">E-mail, if they gave one</label><input id="address" name="address" type="email" maxlength="320">`;
const botFields = (
  name: string,
  led: boolean,
) => html`<label for="botLeads"><input id="botLeads" name="botLeads" type="checkbox"${led ? ' checked' : ''}> A bot leads this chat</label>
<label for="botName">The bot’s name</label><input id="botName" name="botName" maxlength="200" value="${name}" placeholder="Order bot">`;
const newChat = html`${who}${textField}<input type="hidden" name="author" value="visitor">${botFields('', false)}`;
const submission = html`${['Name', 'E-mail'].map((label) => html`<label for="${label}">${label}</label><input id="${label}" name="${label}">`)}
<label for="Message">Message</label><textarea id="Message" name="Message" required rows="4"></textarea>`;
const call = html`<label for="number">Number</label><input id="number" name="number" required maxlength="50" value="+45 70 20 30 40">
<label for="name">Caller’s name, if the line tells it</label><input id="name" name="name" maxlength="500">
<label for="outcome">Outcome</label><select id="outcome" name="outcome"><option>missed</option><option>answered</option><option>voicemail</option></select>
<label for="seconds">Seconds</label><input id="seconds" name="seconds" type="number" min="0" value="0">`;

const isChat = ({ channel }: Conversation) => channel === 'chat' || channel === 'messenger';
const nameOf = ({ contactName, contactAddress }: Conversation) => contactName || contactAddress || 'A visitor without a name';
const stateOf = ({ status, spam, trashed }: Conversation) => (trashed ? 'in trash' : spam ? 'in spam' : status);

function whoOf({ author, direction }: Message): string {
  if (author.kind === 'bot') return author.name;
  return direction === 'in' ? 'Visitor' : 'Team';
}
