import type { Delivery } from '../model/message';

type State = Delivery['state'];

/** What may come after each state. A put-off attempt is queued again; what nobody knew may become known; sent and failed are the end. */
const after: Record<State, readonly State[]> = {
  queued: ['sending', 'sent', 'failed', 'unknown'],
  sending: ['queued', 'sent', 'failed', 'unknown'],
  unknown: ['sent', 'failed'],
  sent: [],
  failed: [],
};

/** Whether a mail's state may change from one to the other: never back from sent. */
export const followsDelivery = (from: State, to: State) => after[from].includes(to);
