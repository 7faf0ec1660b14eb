import { z } from 'zod';

/** One mailbox: `name` may be empty, `address` is what stands between the angle brackets, lower-cased by `foldAddress`. */
export const Address = z.object({ name: z.string().max(500), address: z.string().max(320) });
export type Address = z.infer<typeof Address>;

/** Addresses are compared without regard to case: no mail system in use tells `Bo@` from `bo@` (RFC 5321 2.4 allows it, practice does not). */
export const foldAddress = (address: string) => address.trim().toLowerCase();
export const domainOfAddress = (address: string) => foldAddress(address).slice(address.lastIndexOf('@') + 1);
