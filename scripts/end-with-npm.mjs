/** ms between looks. */
const beat = 300;

/**
 * npm hands a SIGTERM on to the shell it runs us in, and the shell dies of it without a word to us: we would go on with nobody there, and hold
 * the ports. Once that shell is gone, we take the signal ourselves. Who runs us without npm may leave before us.
 */
export function endWithNpm() {
  if (!process.env.npm_lifecycle_event) return;
  const shell = process.ppid;
  const looking = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(looking);
    process.kill(process.pid, 'SIGTERM');
  }, beat);
  looking.unref();
}
