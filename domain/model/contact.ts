import { z } from 'zod';
import { Id, Millis, SpaceId } from './ids';

/** Identity of a customer, workspace-wide (K6): no ticket, note or message hangs here. */
export const Contact = z.object({
  id: Id,
  space: SpaceId,
  name: z.string().max(500),
  /** Folded addresses; one address belongs to one contact. */
  emails: z.array(z.string().max(320)).max(50),
  phone: z.string().max(50).nullable(),
  companyId: Id.nullable(),
  ownerId: Id.nullable(),
  createdAt: Millis,
});
export type Contact = z.infer<typeof Contact>;

export const Company = z.object({ id: Id, space: SpaceId, name: z.string().min(1).max(300), domain: z.string().max(253).nullable() });
export type Company = z.infer<typeof Company>;

export const Deal = z.object({
  id: Id,
  space: SpaceId,
  name: z.string().min(1).max(300),
  contactId: Id.nullable(),
  companyId: Id.nullable(),
  /** Whole minor units of `currency` (øre, cents). */
  amountMinor: z.int().nullable(),
  currency: z.string().length(3),
  stage: z.string().max(100),
});
export type Deal = z.infer<typeof Deal>;

/** A rule about a sender, by folded address (`bo@kunde.dk`) or domain (`@kunde.dk`), workspace-wide (VIEW-9, D14). */
export const SenderRule = z.object({ id: Id, space: SpaceId, kind: z.enum(['allow', 'deny', 'block']), pattern: z.string().max(320), at: Millis });
export type SenderRule = z.infer<typeof SenderRule>;
