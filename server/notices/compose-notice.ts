import { html } from 'hono/html';
import MailComposer from 'nodemailer/lib/mail-composer';
import { plural } from '../../utils/i18n/plural';
import { translate } from '../../utils/i18n/translate';
import type { Sign } from '../../utils/mail/reply-token';
import { oneLine } from '../../utils/text/one-line';
import { truncate } from '../../utils/text/truncate';
import type { Envelope } from '../channels/email/mail-transport';
import { bounceAddress, noticeAddress, noticeHeader } from './notice-marks';
import type { ClaimedNotice } from './notice-queue';

export interface NoticeSender {
  /** Where people reach the hub, without a path. */
  baseUrl: string;
  /** What the hub is called: its workspace's name, which may change. */
  name(): Promise<string>;
  mailDomain: string;
  sign: Sign;
}

const heads = { mention: 'notifyMention', assignment: 'notifyAssignment', reply: 'notifyReply', conversation: 'notifyConversation' } as const;
/** Characters of the message: enough to know what it is about, the rest is read where it lies. */
const excerptLength = 400;

/** The mail an agent gets while away (NTF-2): who wrote, about what, how it begins, and the way to it (THR-10). A machine's, and says so. */
export async function composeNotice(
  { id, agent, locale, conversation, lead, others, name, message }: ClaimedNotice,
  { baseUrl, name: hubName, mailDomain, sign }: NoticeSender,
): Promise<Envelope> {
  const hub = await hubName();
  const head = translate(locale, heads[lead.event], { name: oneLine(name, 200) });
  const title = oneLine(conversation.subject, 300);
  const excerpt = truncate(message.text.replace(/\n{3,}/g, '\n\n').trim(), excerptLength);
  const link = `${baseUrl}/m/${message.id}`;
  const more = others > 0 ? plural(locale, 'noticeMailMore', others) : '';
  const open = translate(locale, 'noticeMailOpen');
  const why = translate(locale, 'noticeMailWhy', { hub });
  const page = html`<!doctype html><html lang="${locale}"><body style="font-family:sans-serif;max-width:36em">
<p>${head}</p>${title && html`<p><strong>${title}</strong></p>`}
${excerpt && html`<blockquote style="white-space:pre-line;margin:0;padding-left:1em;border-left:3px solid #999">${excerpt}</blockquote>`}
${more && html`<p>${more}</p>`}<p><a href="${link}">${open}</a></p>
<p style="font-size:smaller">${why}</p></body></html>`;
  const thread = `<conversation.${conversation.id}.${agent.id}@${mailDomain}>`;
  const [markName, mark] = noticeHeader(id, sign);
  const raw = await new MailComposer({
    messageId: `<notice.${id}@${mailDomain}>`,
    references: [thread],
    from: { name: `${oneLine(hub, 200)} (Samtale)`, address: noticeAddress(mailDomain) },
    to: { name: oneLine(agent.name, 200), address: oneLine(agent.email, 320) },
    subject: title ? `${head}: ${title}` : head,
    text: [head, title, excerpt, more, `${open}: ${link}`, `-- \n${why}`].filter(Boolean).join('\n\n'),
    html: String(await page),
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', [markName]: mark },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
  return { from: bounceAddress(mailDomain, id, sign), recipients: [agent.email], raw };
}
