// Worker threads do not inherit the TypeScript loader of the main thread on Node 20: register it, then run.
import { register } from 'tsx/esm/api';

register();
await import('./parse-worker.ts');
