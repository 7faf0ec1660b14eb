import { html } from 'hono/html';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Sign } from '../../utils/mail/reply-token';
import { oneLine } from '../../utils/text/one-line';
import type { Envelope } from '../channels/email/mail-transport';
import { letterOfConversation } from './letter-of-conversation';
import { letterOfStop } from './letter-of-stop';
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

/** What a notice says, in the reader's language. `link`: none where there is nothing to open. */
export interface Letter {
  head: string;
  title: string;
  quote: string;
  more: string;
  link: { words: string; href: string } | undefined;
  /** Why one gets it. */
  why: string;
  /** Mails of one thing are one thread in the reader's mail program. */
  thread: string;
}

/** The mail an agent gets while away (NTF-2). A machine's, and says so. */
export async function composeNotice(notice: ClaimedNotice, { baseUrl, name: hubName, mailDomain, sign }: NoticeSender): Promise<Envelope> {
  const { id, agent, locale } = notice;
  const hub = await hubName();
  const { head, title, quote, more, link, why, thread } =
    notice.about === 'channel' ? letterOfStop(notice, hub) : letterOfConversation(notice, hub, baseUrl);
  const page = html`<!doctype html><html lang="${locale}"><body style="font-family:sans-serif;max-width:36em">
<p>${head}</p>${title && html`<p><strong>${title}</strong></p>`}
${quote && html`<blockquote style="white-space:pre-line;margin:0;padding-left:1em;border-left:3px solid #999">${quote}</blockquote>`}
${more && html`<p>${more}</p>`}${link && html`<p><a href="${link.href}">${link.words}</a></p>`}
<p style="font-size:smaller">${why}</p></body></html>`;
  const [markName, mark] = noticeHeader(id, sign);
  const raw = await new MailComposer({
    messageId: `<notice.${id}@${mailDomain}>`,
    references: [`<${thread}@${mailDomain}>`],
    from: { name: `${oneLine(hub, 200)} (Samtale)`, address: noticeAddress(mailDomain) },
    to: { name: oneLine(agent.name, 200), address: oneLine(agent.email, 320) },
    subject: title ? `${head}: ${title}` : head,
    text: [head, title, quote, more, link && `${link.words}: ${link.href}`, `-- \n${why}`].filter(Boolean).join('\n\n'),
    html: String(await page),
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', [markName]: mark },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
  return { from: bounceAddress(mailDomain, id, sign), recipients: [agent.email], raw };
}
