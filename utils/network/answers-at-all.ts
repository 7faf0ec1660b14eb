import { noteExchange } from './network-log';

/**
 * Whether anything answers at an origin. A site that is no hub sends no CORS headers, and a browser then makes its answer look just like
 * none; asked this way it tells nothing but that it came. Nothing of ours goes along.
 */
export async function answersAtAll(origin: string, timeoutMs = 10_000): Promise<boolean> {
  try {
    await fetch(origin, {
      mode: 'no-cors',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      signal: AbortSignal.timeout(timeoutMs),
    });
    noteExchange(new URL(origin), { sent: 0, received: 0, failed: false });
    return true;
  } catch (error) {
    noteExchange(new URL(origin), { sent: 0, received: 0, failed: true });
    console.info(`${origin} does not answer`, error);
    return false;
  }
}
