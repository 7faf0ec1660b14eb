import type { Present } from '../../sync/protocol';

export type Doing = Present['doing'];

interface Here {
  conversationId: string | undefined;
  who: readonly Present[];
}
const nobody: Here = { conversationId: undefined, who: [] };

let here = nobody;
const listeners = new Set<() => void>();

/** Who else has the conversation open that this page shows, as the hub last said (THR-14). */
export const whoElse = {
  now: () => here,
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

/** What the worker says on the page's port. */
export function hearWhoElse(message: unknown): void {
  if (typeof message === 'object' && message !== null && 'present' in message) set(message.present as Here);
}

/** The worker went: nobody knows. */
export const forgetWhoElse = () => set(nobody);

function set(next: Here) {
  here = next;
  for (const listener of listeners) listener();
}
