import { createHash } from 'node:crypto';

/** Tokens are random enough that a plain SHA-256 of them can be kept instead (hex). */
export const hashToken = (token: string) => createHash('sha256').update(token).digest('hex');
