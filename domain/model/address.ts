import { z } from 'zod';
import { foldAddress } from './fold-address';

/** One mailbox: `name` may be empty, `address` is what stands between the angle brackets, lower-cased by `foldAddress`. */
export const Address = z.object({ name: z.string().max(500), address: z.string().max(320) });
export type Address = z.infer<typeof Address>;

export { foldAddress };
export const domainOfAddress = (address: string) => foldAddress(address).slice(address.lastIndexOf('@') + 1);
