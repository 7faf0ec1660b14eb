import { runTypescript } from './run-typescript.mjs';

await runTypescript('./build/build.ts');
