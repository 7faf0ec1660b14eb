import { resolveMx } from 'node:dns/promises';
import { connect, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { domainOfAddress } from '../../../domain/model/address';
import type { HostedReach } from '../../../sync/hosted-protocol';

export interface ReachHost {
  /** What we call ourselves. */
  hostName: string;
  /** Names of the domain's mail servers, best first; none when there are none. */
  exchangers(domain: string): Promise<string[]>;
  port: number;
  patienceMs: number;
}

export const reachByDns: Omit<ReachHost, 'hostName'> = {
  exchangers: (domain) =>
    resolveMx(domain).then(
      (found) => found.sort((a, b) => a.priority - b.priority).map(({ exchange }) => exchange),
      () => [],
    ),
  port: 25,
  patienceMs: 12_000,
};

/** Names that are never in the internet's DNS (RFC 2606, RFC 6761, RFC 6762). */
const reserved = /(^|\.)(example|example\.(com|net|org)|test|invalid|localhost|local|internal|lan|home\.arpa)$/i;

/** Goes the way a stranger's mail would go, up to the question whether it is taken, and sends none (INB-3). */
export async function reachHostedAddress(address: string, { hostName, exchangers, port, patienceMs }: ReachHost): Promise<HostedReach> {
  const domain = domainOfAddress(address);
  if (reserved.test(domain) || !domain.includes('.')) return { code: 'only-here', server: domain, words: '' };
  const [server] = await exchangers(domain);
  if (!server) return { code: 'no-mail-server', server: domain, words: '' };
  const socket = connect({ host: server, port });
  try {
    const refusal = await asked(socket, address, hostName, patienceMs);
    return refusal === undefined ? { code: 'reached', server, words: '' } : { code: 'refused', server, words: refusal };
  } catch {
    return { code: 'nobody-answers', server, words: '' };
  } finally {
    socket.destroy();
  }
}

/** Its words when it takes no mail for the address. Throws when nobody speaks, or not as a mail server does. */
async function asked(socket: Socket, address: string, hostName: string, patienceMs: number): Promise<string | undefined> {
  const cut = setTimeout(() => socket.destroy(new Error('too slow')), patienceMs);
  const failed = new Promise<never>((_, reject) => {
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('closed')));
  });
  failed.catch(() => undefined);
  try {
    const lines = createInterface({ input: socket, crlfDelay: Number.POSITIVE_INFINITY })[Symbol.asyncIterator]();
    for (const say of ['', `EHLO ${hostName}`, 'MAIL FROM:<>', `RCPT TO:<${address}>`]) {
      if (say) socket.write(`${say}\r\n`);
      const answer = await Promise.race([replyIn(lines), failed]);
      if (!/^2/.test(answer)) return answer.slice(0, 1000);
    }
    socket.end('QUIT\r\n');
    return undefined;
  } finally {
    clearTimeout(cut);
  }
}

/** The last line of one answer (RFC 5321 4.2.1). */
async function replyIn(lines: AsyncIterator<string>): Promise<string> {
  for (let read = 0; read < 50; read += 1) {
    const { value, done } = await lines.next();
    if (done || !/^\d{3}([ -]|$)/.test(value)) break;
    if (value[3] !== '-') return value;
  }
  throw new Error('no answer of a mail server');
}
