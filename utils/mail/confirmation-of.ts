import { foldAddress } from '../../domain/model/fold-address';

/** A provider asks whether mail may be forwarded here: the code or link that says yes (CHN-2). */
export interface Confirmation {
  provider: string;
  code: string | null;
  /** At the provider's own host alone; anybody can write a mail in its name. */
  link: { url: string; host: string } | null;
}

interface Provider {
  name: string;
  from: RegExp;
  subject: RegExp;
  /** Where its links may lead. */
  hosts: RegExp;
  /** The link that says yes, among those that say no or explain. */
  says: RegExp;
}

/** Senders as seen in 2026; Gmail alone sends its mail in the account's language. */
const providers: Provider[] = [
  {
    name: 'Gmail',
    from: /^forwarding-noreply@google\.com$/,
    subject: /./,
    hosts: /^(?:[\w-]+\.)?mail(?:-settings)?\.google\.com$/,
    says: /\/mail\/(?:[\w/]*\/)?vf-/,
  },
  {
    name: 'Gmail',
    from: /^(?:mail-noreply|gmail-noreply)@google\.com$/,
    subject: /confirm|bekræft|bekreft|bekräfta|bestätig/i,
    hosts: /^(?:[\w-]+\.)?mail(?:-settings)?\.google\.com$/,
    says: /\/mail\/(?:[\w/]*\/)?vf-/,
  },
  {
    name: 'Outlook',
    from: /^[\w.-]{1,60}@(?:accountprotection\.microsoft|outlook|microsoft|office365)\.com$/,
    subject: /forward|verif|videresend|vidarebefordra|weiterleit/i,
    hosts: /^(?:[\w-]+\.){1,4}(?:microsoft|live|office|outlook|office365)\.com$/,
    says: /verif|confirm|forward/i,
  },
  {
    name: 'Zoho',
    from: /^[\w.-]{1,60}@(?:zoho(?:mail)?|zohocorp)\.(?:com|eu)$/,
    subject: /forward/i,
    hosts: /^(?:[\w-]+\.){0,3}zoho\.(?:com|eu)$/,
    says: /verif|confirm|forward/i,
  },
  {
    name: 'Yahoo',
    from: /^[\w.-]{1,60}@(?:cc\.yahoo-inc|yahoo|yahoo-inc)\.com$/,
    subject: /forward/i,
    hosts: /^(?:[\w-]+\.){0,3}yahoo\.com$/,
    says: /verif|confirm|forward/i,
  },
  {
    name: 'Fastmail',
    from: /^[\w.-]{1,60}@fastmail\.com$/,
    subject: /forward/i,
    hosts: /^(?:[\w-]+\.){0,3}fastmail\.com$/,
    says: /verif|confirm|forward/i,
  },
];

const providerOf = ({ from, subject }: { from: string; subject: string }): Provider | undefined => {
  const address = foldAddress(from);
  return providers.find((one) => one.from.test(address) && one.subject.test(subject));
};

/** Providers' own names under domains where people have theirs, too. */
const ofMachine = /^(?:(?:[\w.]+-)?no-?reply|do-?not-?reply|accounts?|support|postmaster|notifications?|microsoft\w*|msonlineservicesteam)[\w.-]*@/i;

/** Whether mail of this sender and subject may be such a question: it must be seen, whatever the spam rules say. */
export const mayConfirm = (mail: { from: string; subject: string }): boolean => providerOf(mail) !== undefined;

/** Whether this address is one a provider asks from: the cheap question, before a thread is read. */
export const asksForProviders = (address: string): boolean =>
  ofMachine.test(address) && providers.some(({ from }) => from.test(foldAddress(address)));

/** What a provider asks in this mail; `undefined` for every other mail, and where it names neither code nor link. */
export function confirmationOf(mail: { from: string; subject: string; text: string }): Confirmation | undefined {
  const provider = ofMachine.test(mail.from) ? providerOf(mail) : undefined;
  const [code, link] = provider ? [codeIn(mail), linkIn(mail.text, provider)] : [null, null];
  return provider && (code || link) ? { provider: provider.name, code, link } : undefined;
}

/** Gmail's stands in the subject as `(#123456789)`; others name it in a line of its own. */
function codeIn({ subject, text }: { subject: string; text: string }): string | null {
  const inSubject = /\(#(\d{4,12})\)/.exec(subject)?.[1];
  const named = /(?:code|kode|kod|koden)\b[^\d\n]{0,40}?(\d{4,12})\b/i.exec(text.slice(0, 20_000))?.[1];
  return inSubject ?? named ?? null;
}

function linkIn(text: string, { hosts, says }: Provider): Confirmation['link'] {
  for (const [found] of text.slice(0, 20_000).matchAll(/https:\/\/[^\s<>"')\]]{1,2000}/g)) {
    if (!URL.canParse(found)) continue;
    const url = new URL(found);
    if (hosts.test(url.hostname) && says.test(url.pathname + url.search) && !url.username && !url.port) return { url: url.href, host: url.hostname };
  }
  return null;
}
