import * as z from 'zod/mini';
import { foldAddress } from './fold-address';

/** One mailbox: `name` may be empty, `address` is what stands between the angle brackets, lower-cased by `foldAddress`. */
export const Address = z.object({ name: z.string().check(z.maxLength(500)), address: z.string().check(z.maxLength(320)) });
export type Address = z.infer<typeof Address>;

export { foldAddress };
export const domainOfAddress = (address: string) => foldAddress(address).slice(address.lastIndexOf('@') + 1);
