import * as z from 'zod/mini';

/** Why the hub itself has not sent a mail, where no server said anything; worded on screen (`delivery-words.ts`). */
export const DeliveryProblem = z.enum([
  'attachment-missing',
  'mail-not-made',
  'mail-too-large',
  'message-deleted',
  'no-mail-server',
  /** Followed by the address. */
  'address-not-sendable',
]);
export type DeliveryProblem = z.infer<typeof DeliveryProblem>;
