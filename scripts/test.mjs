import { runTypescript } from './run-typescript.mjs';

await runTypescript('./test/test.ts');
