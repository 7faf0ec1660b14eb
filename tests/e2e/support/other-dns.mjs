// Loaded into a hub's process (`--import`) by a test that is the internet's name server: whatever the hub asks goes to it.
import { setServers } from 'node:dns/promises';
import { syncBuiltinESMExports } from 'node:module';

setServers([process.env.OTHER_DNS]);
syncBuiltinESMExports();
