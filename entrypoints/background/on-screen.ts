import type { Id } from '../../domain/model/ids';

/** Live ends, not state: they go with the worker, and pages say it again when they connect anew. */
const shown = new Map<object, Id>();

/** What a page says on its port of the conversation it shows to a person; anything else on it is a beat. Answers what has come on screen. */
export function noteOnScreen(port: object, message: unknown): Id | undefined {
  if (typeof message !== 'object' || message === null || !('showing' in message)) return undefined;
  if (typeof message.showing !== 'string') {
    shown.delete(port);
    return undefined;
  }
  shown.set(port, message.showing);
  return message.showing;
}

export const notOnScreen = (port: object): boolean => shown.delete(port);

export const conversationsOnScreen = (): ReadonlySet<Id> => new Set(shown.values());
