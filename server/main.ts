import { runHub } from './run-hub';

await runHub();
