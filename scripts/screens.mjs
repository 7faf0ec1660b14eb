import { runTypescript } from './run-typescript.mjs';

await runTypescript('./screens/screens.ts');
