import { isMainThread } from 'node:worker_threads';

/** Preloaded into the hub by `npm start`: a start that was killed must not leave a hub behind that holds its port. */
if (isMainThread) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel?.unref();
}
