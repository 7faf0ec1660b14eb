import type { Id } from '../../domain/model/ids';
import { reportsNoSuchAddress } from './is-returned';
import type { NoticeQueue } from './notice-queue';

/** A report about a notice of ours, sent to the address signed for that very mail: so it is about nobody else's. */
export async function takeBounce(
  id: Id,
  raw: Uint8Array,
  { queue, now, report }: { queue: NoticeQueue; now(): number; report(problem: string): void },
) {
  if (!reportsNoSuchAddress(raw)) return;
  const agent = await queue.agentOf(id);
  if (!agent) return;
  await queue.markReturned(agent.email, now());
  report(`notice mail ${id} came back: there is no such address`);
}
