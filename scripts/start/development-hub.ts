import { runHub } from '../../server/run-hub';
import { simulatorRoutes } from '../simulator/simulator-routes';

/** The hub that `npm start` runs: what `npm run hub` runs, and the simulator beside it. */
await runHub(simulatorRoutes);
