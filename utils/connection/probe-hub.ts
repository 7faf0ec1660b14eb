import { schemaVersion } from '../../domain/mutations';
import { Unreachable } from '../../sync/ports';
import { HubInfo, protocolVersion } from '../../sync/protocol';
import { answersAtAll } from '../network/answers-at-all';
import { fetchJson, type NetworkAnswer } from '../network/fetch-allowed';
import { NotTheHub } from '../network/network-errors';
import type { Problem } from './check-hub-url';

/** A date set wrong by one day must be told whichever way the answer's own delay counts, so the line lies well below it. */
const tooFarMs = 20 * 3600_000;

/** Asks an address whether it is a hub we can talk to, and how its clock stands to ours, ms (ours + offset = the hub's). */
export async function probeHub(origin: string, now: () => number): Promise<{ name: string; clockOffset: number } | Problem> {
  const detail = new URL(origin).host;
  const asked = now();
  const answer = await askHub(origin);
  if ('problem' in answer) return { ...answer, detail };
  const hub = HubInfo.safeParse(answer.body);
  if (answer.status !== 200 || !hub.success) return { problem: 'not-a-hub', detail };
  const { protocolVersions, schemaVersions, name } = hub.data;
  if (!protocolVersions.includes(protocolVersion)) return { problem: ageOf(protocolVersions, protocolVersion), detail };
  if (!schemaVersions.includes(schemaVersion)) return { problem: ageOf(schemaVersions, schemaVersion), detail };
  const clockOffset = hub.data.now - Math.round((asked + now()) / 2);
  if (Math.abs(clockOffset) > tooFarMs) return { problem: 'clock-off', detail: String(Math.round(Math.abs(clockOffset) / 3600_000)) };
  return { name, clockOffset };
}

const ageOf = (theirs: readonly number[], ours: number) => (Math.max(0, ...theirs) < ours ? 'older-hub' : 'newer-hub');

async function askHub(origin: string): Promise<NetworkAnswer<unknown> | { problem: 'redirected' | 'not-a-hub' | 'unreachable' }> {
  try {
    return await fetchJson({ url: `${origin}/hub`, allow: [origin], timeoutMs: 10_000 });
  } catch (error) {
    if (error instanceof NotTheHub) return { problem: error.why === 'redirected' ? 'redirected' : 'not-a-hub' };
    if (error instanceof Unreachable) return { problem: (await answersAtAll(origin)) ? 'not-a-hub' : 'unreachable' };
    throw error;
  }
}
