import * as z from 'zod/mini';
import type { ApiCaller } from './api-caller';
import { faultIn, isSlowDown } from './api-fault';
import { readAtMost } from './read-at-most';

/** Where the next bytes are expected: `"2097152"`, or `"0-"`. */
const Expected = z.object({ nextExpectedRanges: z.array(z.string().check(z.regex(/^\d+(-\d*)?$/))).check(z.minLength(1)) });

/** Bytes of one range: a multiple of 320 KiB, below the 4 MB that are advised. */
const range = 12 * 320 * 1024;
/** Faults that one file's way may meet, with pauses of 1, 2, 4 … s. */
const mostFaults = 6;

/**
 * A file by ranges, in order, to the address of its session. Where a line broke, the session says how far it came and it goes on from there.
 * A session that is gone, because its time ran out or because the file is whole and only the answer was lost, is a fault: whoever called
 * begins with another draft rather than attach a file twice.
 */
export async function uploadFile(caller: ApiCaller, address: string, bytes: Uint8Array): Promise<void> {
  for (let [from, faults] = [0, 0]; from < bytes.length; ) {
    try {
      from = await put(caller, address, bytes, from);
    } catch (fault) {
      faults += 1;
      if (!(fault instanceof Passing) || faults === mostFaults) throw fault instanceof Passing ? fault.cause : fault;
      await caller.pause(fault.wait ?? 500 * 2 ** faults);
      // Without an answer the next range tells.
      from = await reached(caller, address).catch(() => from);
    }
  }
}

/** A fault that may be over in a moment. */
class Passing extends Error {
  constructor(
    fault: unknown,
    readonly wait?: number,
  ) {
    super('passing', { cause: fault });
  }
}

/** Answers where to go on: the end, when the file is whole. */
async function put(caller: ApiCaller, address: string, bytes: Uint8Array, from: number): Promise<number> {
  const body = Uint8Array.from(bytes.subarray(from, from + range));
  const next = from + body.length;
  const headers = { 'content-type': 'application/octet-stream', 'content-range': `bytes ${from}-${next - 1}/${bytes.length}` };
  const response = await caller.upload(address, { method: 'PUT', headers, body }).catch((fault) => {
    throw new Passing(fault);
  });
  if (!response.ok) throw await refusal(caller, response);
  if (next < bytes.length) {
    if ((await expectedIn(response)) !== next) throw caller.problem('hostile-server');
  } else await response.body?.cancel();
  return next;
}

async function reached(caller: ApiCaller, address: string): Promise<number> {
  const response = await caller.upload(address, { method: 'GET' });
  if (!response.ok) throw await refusal(caller, response);
  return expectedIn(response);
}

async function refusal(caller: ApiCaller, response: Response): Promise<Error> {
  const fault = await faultIn(response);
  if (isSlowDown(fault) || fault.status >= 500) return new Passing(fault, fault.retryAfter);
  // Too large is about the mail; all else is about the session, and another one may do.
  return fault.status === 413 || /SizeExceeded|TooLarge/i.test(fault.code) ? fault : caller.problem('server-refused', fault.words);
}

async function expectedIn(response: Response): Promise<number> {
  const { bytes } = await readAtMost(response, 64 * 1024);
  const { nextExpectedRanges } = Expected.parse(JSON.parse(bytes.toString('utf8')));
  return Number.parseInt(nextExpectedRanges[0] ?? '', 10);
}
