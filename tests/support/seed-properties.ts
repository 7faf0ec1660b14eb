import { configureGlobal } from 'fast-check';

/** Where properties that name no seed of their own begin; `vitest.config.ts` says where that comes from. */
configureGlobal({ seed: Number(process.env.TEST_SEED) });
