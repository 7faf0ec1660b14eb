import dns, { type Resolver as NodeResolver } from 'node:dns/promises';
import { domainOfAddress, foldAddress } from '../../../../domain/model/address';
import { MailboxSettings } from '../../../../domain/model/mailbox';
import type { MailboxPreset } from '../../../../sync/mailbox-protocol';
import { type ProviderPreset, presets } from './presets';

/** What is asked of the DNS; no answer is an empty one. */
export interface Resolver {
  mx(domain: string): Promise<string[]>;
  /** Best first. */
  srv(name: string): Promise<{ host: string; port: number }[]>;
}

const nothing = () => [];
const lower = (host: string) => host.toLowerCase();
/** Asks with Node's own; `from`: a resolver that asks other name servers than the machine does. */
export const dnsResolver = (from: Pick<NodeResolver, 'resolveMx' | 'resolveSrv'> = dns): Resolver => ({
  mx: (domain) => from.resolveMx(domain).then((found) => found.map(({ exchange }) => lower(exchange)), nothing),
  srv: (name) =>
    from
      .resolveSrv(name)
      .then(
        (found) => found.sort((a, b) => a.priority - b.priority || b.weight - a.weight).map(({ name: host, port }) => ({ host: lower(host), port })),
        nothing,
      ),
});

/** ms a person who typed an address waits for name servers at the most; who has not answered by then has nothing to say. */
const longestWait = 4_000;

/**
 * How one signs in to the mailbox of an address: by its domain, by where the domain's mail lies, or by what the domain itself says
 * (RFC 6186, RFC 8314). Without an answer a person fills it in.
 */
export async function findPreset(address: string, resolver = dnsResolver(), atMost = longestWait): Promise<MailboxPreset | null> {
  const domain = domainOfAddress(address);
  const user = foldAddress(address);
  const own = presets.find(({ domains }) => domains.includes(domain));
  if (own) return own.password === 'not-taken' ? { ...ofProvider(own, user), personal: true } : ofProvider(own, user);
  let over: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never[]>((resolve) => {
    over = setTimeout(() => resolve([]), atMost);
  });
  try {
    return await asked(domain, user, {
      mx: (name) => Promise.race([resolver.mx(name), late]),
      srv: (name) => Promise.race([resolver.srv(name), late]),
    });
  } finally {
    clearTimeout(over);
  }
}

/** All of it is asked side by side: a name server that is silent is silent to each question. */
async function asked(domain: string, user: string, resolver: Resolver): Promise<MailboxPreset | null> {
  const mailLies = resolver.mx(domain);
  const said = await announced(domain, user, resolver);
  if (said) return said;
  const exchangers = await mailLies;
  const host = presets.find((preset) =>
    preset.exchangers.some((end) => exchangers.some((exchanger) => exchanger === end || exchanger.endsWith(`.${end}`))),
  );
  return host ? ofProvider(host, user) : null;
}

const ofProvider = ({ name, imap, smtp, smtpPort, password, help }: ProviderPreset, user: string): MailboxPreset => ({
  provider: name,
  settings: {
    imap: { host: imap, port: 993, security: 'tls' },
    smtp: { host: smtp, port: smtpPort, security: smtpPort === 465 ? 'tls' : 'starttls' },
    user,
  },
  password,
  help,
});

async function announced(domain: string, user: string, { srv }: Resolver): Promise<MailboxPreset | null> {
  const [[imaps], [imap], [submissions], [submission]] = (await Promise.all(
    ['_imaps', '_imap', '_submissions', '_submission'].map((service) => srv(`${service}._tcp.${domain}`)),
  )) as [Found, Found, Found, Found];
  const incoming = imaps?.host ? { ...imaps, security: 'tls' } : imap && { ...imap, security: 'starttls' };
  const smtp = submissions?.host ? { ...submissions, security: 'tls' } : submission && { ...submission, security: 'starttls' };
  // "." says that there is none (RFC 6186 3.4), and no schema takes it for a host.
  const settings = MailboxSettings.safeParse({ imap: incoming, smtp, user });
  if (!settings.success) return null;
  const known = presets.find(({ imap }) => imap === settings.data.imap.host);
  return { provider: known?.name ?? null, settings: settings.data, password: known?.password ?? 'own', help: known?.help ?? null };
}

type Found = { host: string; port: number }[];
