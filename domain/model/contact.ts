import * as z from 'zod/mini';
import { Id, Millis, SpaceId } from './ids';

/** Identity of a customer, workspace-wide (K6): no ticket, note or message hangs here. */
export const Contact = z.object({
  id: Id,
  space: SpaceId,
  name: z.string().check(z.maxLength(500)),
  /** Folded addresses; one address belongs to one contact. */
  emails: z.array(z.string().check(z.maxLength(320))).check(z.maxLength(50)),
  phone: z.nullable(z.string().check(z.maxLength(50))),
  companyId: z.nullable(Id),
  ownerId: z.nullable(Id),
  createdAt: Millis,
});
export type Contact = z.infer<typeof Contact>;

export const Company = z.object({
  id: Id,
  space: SpaceId,
  name: z.string().check(z.minLength(1), z.maxLength(300)),
  domain: z.nullable(z.string().check(z.maxLength(253))),
});
export type Company = z.infer<typeof Company>;

export const Deal = z.object({
  id: Id,
  space: SpaceId,
  name: z.string().check(z.minLength(1), z.maxLength(300)),
  contactId: z.nullable(Id),
  companyId: z.nullable(Id),
  /** Whole minor units of `currency` (øre, cents). */
  amountMinor: z.nullable(z.int()),
  currency: z.string().check(z.length(3)),
  stage: z.string().check(z.maxLength(100)),
});
export type Deal = z.infer<typeof Deal>;

/** A rule about a sender, by folded address (`bo@kunde.dk`) or domain (`@kunde.dk`), workspace-wide (VIEW-9, D14). */
export const SenderRule = z.object({
  id: Id,
  space: SpaceId,
  kind: z.enum(['allow', 'deny', 'block']),
  pattern: z.string().check(z.maxLength(320)),
  at: Millis,
});
export type SenderRule = z.infer<typeof SenderRule>;
