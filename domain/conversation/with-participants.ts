import { type Address, foldAddress } from '../model/address';
import type { Conversation } from '../model/conversation';

const most = 200;

/** Adds who took part on the other side, each address once, in order of appearance; `ours` are the inbox's own addresses (LIST-2). */
export function withParticipants(conversation: Conversation, addresses: readonly Address[], ours: ReadonlySet<string>): Conversation {
  const known = new Map(conversation.participants.map((participant) => [foldAddress(participant.address), participant]));
  for (const { name, address } of addresses) {
    const folded = foldAddress(address);
    if (!folded || ours.has(folded)) continue;
    const before = known.get(folded);
    if (!before) known.set(folded, { name, address: folded });
    else if (!before.name && name) known.set(folded, { ...before, name });
  }
  return { ...conversation, participants: [...known.values()].slice(0, most) };
}
