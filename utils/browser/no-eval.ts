import { z } from 'zod';

/**
 * Imported first by every entrypoint: an extension's CSP forbids `new Function`, and zod would try it once when the first schema
 * is made, which browsers report and store reviewers read as dynamic code.
 */
z.config({ jitless: true });
