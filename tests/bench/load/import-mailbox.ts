import { v7 } from 'uuid';
import { MailboxAnswer, MailboxSignInAnswer } from '../../../sync/mailbox-protocol';
import type { HubProcess } from '../../e2e/support/hub-process';
import { HubAgent } from '../../server/hub-agent';
import { type PrivateDovecot, password } from '../../support/private-dovecot';
import type { SubmissionServer } from '../../support/submission-server';
import { generatedMail, own } from './generated-mail';
import { Latencies } from './latencies';
import { LiveAgent } from './live-agent';
import { usageOf } from './process-usage';

/** What lay in the mailbox at the end. */
export interface Brought {
  channelId: string;
  mails: number;
  /** Message-IDs of all but somebody else's hard mails. */
  rfcMessageIds: string[];
}

interface Run {
  dovecot: PrivateDovecot;
  provider: SubmissionServer;
  hub: HubProcess;
  mails: number;
  /** The share of the mails after which the hub is killed. */
  killAt: number;
}

const seconds = (since: number) => (performance.now() - since) / 1000;

/** Lays the mails, connects the mailbox, and watches until all of it is in; prints what it saw. */
export async function importMailbox({ dovecot, provider, hub, mails, killAt }: Run): Promise<Brought> {
  const rfcMessageIds: string[] = [];
  const laying = performance.now();
  let bytes = 0;
  for (let n = 0; n < mails; n++) {
    const mail = generatedMail(n);
    bytes += mail.raw.length;
    dovecot.deliver(own, mail.raw, { box: mail.ours ? 'Sent' : 'INBOX', at: mail.at });
    if (mail.rfcMessageId !== null) rfcMessageIds.push(mail.rfcMessageId);
  }
  console.log(`${mails} mails, ${Math.round(bytes / 1e6)} MB, laid in ${Math.round(seconds(laying))} s`);

  provider.password = password;
  const agent = new LiveAgent(hub.url, await HubAgent.signIn(hub.url, hub.invitation));
  const channelId = await connect(agent, { dovecot, provider });
  const began = performance.now();
  const progress = async () => MailboxAnswer.parse(await agent.ask(`/mailboxes/${channelId}`));
  const marks = [{ at: 0, in: 0, cpu: usageOf(hub.pid).cpu }];
  const news: { in: number; took: number }[] = [];
  const [simple, pull, push] = [new Latencies(), new Latencies(), new Latencies()];
  let [cpu, most, fetched, killed] = [0, 0, 0, false];
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await agent.keepSignedIn();
    const { progress: now, standing } = await simple.time(progress);
    await pull.time(() => agent.pull());
    await push.time(() => agent.act());
    const taken = now.taken - now.waiting;
    marks.push({ at: seconds(began), in: taken, cpu: cpu + usageOf(hub.pid).cpu });
    most = Math.max(most, usageOf(hub.pid).rss);
    if (fetched === 0 && now.taken >= mails) fetched = seconds(began);
    if (marks.length % 10 === 0) console.log(`${Math.round(seconds(began))} s: ${now.taken} fetched, ${taken} in, ${usageOf(hub.pid).rss} MB`);
    if (news.length < 3 && taken >= mails * (0.1 + 0.3 * news.length) && taken < mails) {
      const id = `<news${news.length}@kunde.example>`;
      dovecot.deliver(own, `From: Bo <bo@kunde.example>\r\nTo: ${own}\r\nSubject: News ${news.length}\r\nMessage-ID: ${id}\r\n\r\nHej\r\n`);
      rfcMessageIds.push(id);
      news.push({ in: taken, took: await agent.sees(`News ${news.length}`) });
    }
    if (!killed && taken >= mails * killAt) {
      killed = true;
      cpu += usageOf(hub.pid).cpu;
      await hub.kill();
      await hub.restart();
      console.log(`killed and begun again at ${taken} mails`);
    }
    if (standing.state === 'working' && now.waiting === 0 && now.taken >= rfcMessageIds.length) break;
  }
  const total = seconds(began);
  cpu += usageOf(hub.pid).cpu;
  const fifths = [0, 1, 2, 3, 4].map((fifth) => {
    const [a, b] = [fifth, fifth + 1].map((one) => marks.find((mark) => mark.in >= (one * mails) / 5) ?? marks.at(-1));
    const came = (b?.in ?? 0) - (a?.in ?? 0);
    return { rate: Math.round(came / ((b?.at ?? 0) - (a?.at ?? 0))), cpu: Math.round((((b?.cpu ?? 0) - (a?.cpu ?? 0)) * 1000) / came) };
  });
  const listed = (of: 'rate' | 'cpu') => fifths.map((fifth) => fifth[of]).join(', ');
  console.log(
    `in ${Math.round(total)} s: ${Math.round(mails / total)} mails/s, ${((cpu * 1000) / mails).toFixed(1)} ms of CPU a mail; all fetched after ${Math.round(fetched)} s`,
  );
  console.log(`mails/s by fifths: ${listed('rate')}; ms of the hub's CPU a mail: ${listed('cpu')}`);
  console.log(`memory of the hub at most ${most} MB`);
  console.log(`an agent meanwhile: a question ${simple}; a pull ${pull}; an act ${push}`);
  for (const { in: after, took } of news) console.log(`new mail at ${after}: with the agent after ${took.toFixed(1)} s`);
  return { channelId, mails: mails + news.length, rfcMessageIds };
}

async function connect(agent: LiveAgent, { dovecot, provider }: Pick<Run, 'dovecot' | 'provider'>): Promise<string> {
  const channelId = v7();
  const details = { name: 'Post', fromName: 'company', companyName: 'Firma', signatureHtml: '', logForwardsTo: 'original-sender' };
  const channel = { channelId, inboxId: await agent.inboxId(), address: own, ...details, reopenTicketOnAnswer: false, importSince: 0 };
  const settings = {
    imap: { host: 'localhost', port: dovecot.imapsPort, security: 'tls' },
    smtp: { host: 'localhost', port: provider.port, security: 'tls' },
    user: own,
  };
  const answer = MailboxSignInAnswer.parse(await agent.ask('/mailboxes', { channel, settings, password }));
  if (!answer.connected) throw new Error(`the mailbox was not connected: ${JSON.stringify(answer.test)}`);
  return channelId;
}
