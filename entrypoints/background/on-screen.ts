import type { Id } from '../../domain/model/ids';
import type { Place, Present } from '../../sync/protocol';
import { Shown } from '../../utils/messaging/shown';

type Port = { postMessage(message: unknown): void };

/** Live ends, not state: they go with the worker, and pages say it again when they connect anew. */
const shown = new Map<Port, Shown>();

/** What a page says on its port of the conversation it shows to a person; anything else on it is a beat. Answers what has come on screen. */
export function noteOnScreen(port: Port, message: unknown): Id | undefined {
  if (typeof message !== 'object' || message === null || !('showing' in message)) return undefined;
  const now = Shown.safeParse(message.showing).data;
  if (!now) {
    shown.delete(port);
    return undefined;
  }
  const before = shown.get(port);
  shown.set(port, now);
  return before?.conversationId === now.conversationId ? undefined : now.conversationId;
}

export const notOnScreen = (port: Port): boolean => shown.delete(port);

export const conversationsOnScreen = (): ReadonlySet<Id> => new Set([...shown.values()].map(({ conversationId }) => conversationId));

/** What pages show of one account. */
export const placesOf = (connection: string): Place[] =>
  [...shown.values()].filter((one) => one.connection === connection).map(({ conversationId, doing }) => ({ conversationId, doing }));

/** To the pages that show it: who else has it open. */
export function showPresent(connection: string, conversationId: Id | undefined, who: readonly Present[]): void {
  for (const [port, one] of shown) {
    if (one.connection !== connection || (conversationId !== undefined && one.conversationId !== conversationId)) continue;
    port.postMessage({ present: { conversationId: one.conversationId, who } });
  }
}
