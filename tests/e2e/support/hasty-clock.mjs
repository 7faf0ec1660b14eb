// Loaded into a hub's process (`--import`) by a test that cannot wait: at each SIGUSR2 six minutes are over.
const { now } = Date;
let ahead = 0;
Date.now = () => now() + ahead;
process.on('SIGUSR2', () => {
  ahead += 6 * 60_000;
});
