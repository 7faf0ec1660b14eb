import type { Id } from '../../domain/model/ids';
import { noSuchSpace } from '../../server/sync/answer-bootstrap';
import { signedOut } from '../../server/sync/sync-host';
import { Rejected, SignedOut, type Source, Unreachable } from '../../sync/ports';
import type { PushRequest } from '../../sync/protocol';
import type { Life } from './life';
import type { SimHub } from './sim-hub';

/** What may happen to a request on its way. */
export type NetworkFault = 'drop-request' | 'drop-response' | 'duplicate' | 'token-expired' | 'captive-portal';

export interface Line {
  hub: SimHub;
  agentId: Id;
  life: Life;
  /** The fault of the k-th request, counted from 1. */
  faults: Map<number, NetworkFault>;
  /** Pushes that went out, for one that a proxy delivers once more, much later (F5). */
  sent: PushRequest[];
  /** Lets others run in between, so that two devices meet at the hub in any order. */
  breathe?: () => Promise<void>;
}

const overTheWire = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** The hub as a client reaches it: over a line that loses, repeats and delays. */
export function sourceOver(line: Line): Source {
  const { hub, agentId, life } = line;
  let requests = 0;

  const ask = <T>(label: string, deliver: () => Promise<T>): Promise<T> =>
    life.effect(label, async () => {
      requests += 1;
      const fault = line.faults.get(requests);
      await line.breathe?.();
      if (fault === 'token-expired') throw new SignedOut('the token is too old');
      if (fault === 'drop-request' || fault === 'captive-portal') throw new Unreachable(fault);
      const answer = await deliver().catch((error: unknown) => {
        // Any fault of the hub is a 500 to the client.
        throw new Unreachable(String(error));
      });
      if (fault === 'duplicate') await deliver();
      await line.breathe?.();
      if (fault === 'drop-response') throw new Unreachable(fault);
      return overTheWire(answer);
    });

  const unlessSignedOut = <T>(answer: T | typeof signedOut): T => {
    if (answer === signedOut) throw new SignedOut('no such agent');
    return answer;
  };

  return {
    capabilities: {},
    push: async (request) => {
      const wire = overTheWire(request);
      line.sent.push(wire);
      return unlessSignedOut(await ask('push', () => hub.push(agentId, wire)));
    },
    pull: async (request) => unlessSignedOut(await ask('pull', () => hub.pull(agentId, overTheWire(request)))),
    bootstrap: async (request) => {
      const answer = unlessSignedOut(await ask('bootstrap', () => hub.bootstrap(agentId, overTheWire(request))));
      if (answer === noSuchSpace) throw new Rejected(404);
      return answer;
    },
    knownActs: async (request) => unlessSignedOut(await ask('known acts', () => hub.knownActs(agentId, overTheWire(request)))),
    fetchBodies: async () => ({}),
    fetchFile: async () => new Blob(),
    uploadFile: async (hash) => {
      await ask('upload', async () => {
        hub.store.putFile(agentId, hash);
        return null;
      });
    },
  };
}
