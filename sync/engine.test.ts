import { describe, expect, it } from 'vitest';
import { syncOnce } from './engine';
import type { GateLabel } from './gate';
import { type ClientStore, Incompatible, Rejected, SignedOut, type Source, type SyncPhase, Unreachable } from './ports';
import type { PullResponse, PushedMutation, PushOutcome, PushResponse } from './protocol';

const uuid = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const act = (id: number, args: PushedMutation['args'] = {}): PushedMutation => ({
  id,
  uuid: uuid(id),
  name: 'closeConversation',
  args,
  schemaVersion: 1,
  claimedAt: 0,
});
const pulled = (over: Partial<PullResponse> = {}): PullResponse => ({
  epoch: 'one',
  now: 0,
  agentId: uuid(100),
  workspaceId: uuid(101),
  spaces: [],
  reset: [],
  changes: [],
  more: false,
  lastMutationId: 0,
  ...over,
});

/** A client of plain arrays, and a source that applies whatever it is sent; each test bends what it is about. */
function given(pending: PushedMutation[] = []) {
  const log: string[] = [];
  const state = {
    pending,
    outcomes: [] as PushOutcome[],
    phases: [] as SyncPhase['phase'][],
    epoch: null as string | null,
    pages: 0,
    confirmed: [] as string[],
    files: new Map<string, Blob>(),
  };
  const store: ClientStore = {
    identity: async () => ({ clientId: uuid(99), epoch: state.epoch }),
    cursors: async () => ({}),
    pending: async (limit) => state.pending.slice(0, limit),
    settle: async (outcomes) => {
      state.outcomes.push(...outcomes);
      state.pending = state.pending.filter((mutation) => !outcomes.some((outcome) => outcome.uuid === mutation.uuid));
    },
    fork: async () => {
      log.push('fork');
      state.pending = state.pending.map((mutation, i) => ({ ...mutation, id: i + 1 }));
    },
    applyPull: async (response) => {
      log.push('apply pull');
      state.epoch = response.epoch;
    },
    nextBootstrap: async () => (state.pages > 0 ? { space: `inbox:${uuid(1)}`, after: null } : null),
    applyBootstrap: async () => {
      log.push('apply page');
      state.pages--;
    },
    confirmedActs: async () => state.confirmed,
    startEpoch: async (epoch, lost) => {
      log.push(`start epoch ${epoch}`, ...lost.map((each) => `lost ${each}`));
      state.epoch = epoch;
      state.pending = state.pending.map((mutation, i) => ({ ...mutation, id: i + 1 }));
    },
    fileToUpload: async (hash) => state.files.get(hash),
    noteSync: async ({ phase }) => {
      state.phases.push(phase);
    },
  };
  const applied = (mutations: PushedMutation[]): PushResponse => ({
    epoch: 'one',
    lastMutationId: mutations.at(-1)?.id ?? 0,
    outcomes: mutations.map(({ id, uuid }) => ({ id, uuid, refused: null })),
    stopped: null,
  });
  const source: Source = {
    capabilities: {},
    push: async ({ mutations }) => applied(mutations),
    pull: async () => pulled(),
    bootstrap: async () => ({ epoch: 'one', version: 1, rows: [], after: null, total: 0, counters: {} }),
    knownActs: async ({ uuids }) => ({ epoch: 'one', known: uuids }),
    fetchBodies: async () => ({}),
    fetchFile: async () => new Blob(),
    uploadFile: async (hash) => {
      log.push(`upload ${hash}`);
    },
  };
  const sync = (gate?: (label: GateLabel) => Promise<void>) => syncOnce(store, source, { now: () => 0 }, gate);
  return { log, state, store, source, applied, sync };
}

const stoppedBy = (stopped: PushResponse['stopped']): PushResponse => ({ epoch: 'one', lastMutationId: 0, outcomes: [], stopped });

describe('what a sync does', () => {
  it('pushes all that waits, pulls, and ends idle', async () => {
    const { state, log, sync } = given([act(1), act(2)]);
    expect(await sync()).toBe('idle');
    expect(state.outcomes.map((outcome) => outcome.id)).toEqual([1, 2]);
    expect(state.phases).toEqual(['syncing', 'idle']);
    expect(log).toEqual(['apply pull']);
  });

  it('pulls until there is no more', async () => {
    const { source, log, sync } = given();
    let left = 3;
    source.pull = async () => pulled({ more: --left > 0 });
    await sync();
    expect(log).toEqual(['apply pull', 'apply pull', 'apply pull']);
  });

  it('K7 brings the history page by page, pulls in between and once more after the last', async () => {
    const { state, log, sync } = given();
    state.pages = 5;
    await sync();
    const page = 'apply page';
    expect(log).toEqual(['apply pull', page, page, page, page, 'apply pull', page, 'apply pull']);
  });

  it('pushes what is written while history arrives without waiting for its end', async () => {
    const { state, store, sync } = given();
    state.pages = 3;
    const { applyBootstrap } = store;
    store.applyBootstrap = async (...args) => {
      await applyBootstrap(...args);
      if (state.pages === 2) state.pending.push(act(1));
    };
    await sync(async (label) => {
      if (label === 'bootstrap:before' && state.pages === 1) expect(state.outcomes.map((outcome) => outcome.id)).toEqual([1]);
    });
    expect(state.outcomes).toHaveLength(1);
  });

  it('passes its named points in order', async () => {
    const { sync } = given([act(1)]);
    const labels: string[] = [];
    await sync(async (label) => {
      labels.push(label);
    });
    expect(labels).toEqual(['push:before', 'push:answered', 'push:settled', 'pull:before', 'pull:answered', 'pull:applied']);
  });
});

describe('where a push stops', () => {
  it('K18 uploads a missing file, then pushes again', async () => {
    const { state, source, log, applied, sync } = given([act(1)]);
    state.files.set('abc', new Blob(['x']));
    source.push = async ({ mutations }) => (log.includes('upload abc') ? applied(mutations) : stoppedBy({ why: 'attachment-missing', hash: 'abc' }));
    expect(await sync()).toBe('idle');
    expect(state.outcomes).toEqual([{ id: 1, uuid: uuid(1), refused: null }]);
  });

  it('F24 a reply whose file is gone from this device is refused, and the next goes through', async () => {
    const { state, source, applied, sync } = given([act(1, { attachments: [{ hash: 'abc' }] }), act(2)]);
    source.push = async ({ mutations }) =>
      mutations.some(({ uuid: id }) => id === uuid(1)) ? stoppedBy({ why: 'attachment-missing', hash: 'abc' }) : applied(mutations);
    expect(await sync()).toBe('idle');
    expect(state.outcomes.map(({ id, refused }) => [id, refused?.refused ?? null])).toEqual([
      [1, 'attachment-missing'],
      [2, null],
    ]);
  });

  it.each(['client-forked', 'gap'] as const)('K11 %s: a new clientId, and the same acts again', async (why) => {
    const { state, source, log, applied, sync } = given([act(7)]);
    source.push = async ({ mutations }) => (log.includes('fork') ? applied(mutations) : stoppedBy({ why }));
    expect(await sync()).toBe('idle');
    expect(state.outcomes).toEqual([{ id: 1, uuid: uuid(7), refused: null }]);
  });

  it('K12 F19 a restored hub: starts over in the new epoch and pushes what waits', async () => {
    const { state, source, log, applied, sync } = given([act(3)]);
    state.epoch = 'zero';
    source.push = async ({ epoch, mutations }) => (epoch === 'one' ? applied(mutations) : stoppedBy({ why: 'new-epoch' }));
    expect(await sync()).toBe('idle');
    expect(log[0]).toBe('start epoch one');
    expect(state.outcomes).toHaveLength(1);
  });

  it('K12 F19 a restored hub is noticed by a pull alone', async () => {
    const { state, log, sync } = given();
    state.epoch = 'zero';
    expect(await sync()).toBe('idle');
    expect(log).toEqual(['start epoch one', 'apply pull']);
  });

  it('K12 what a restored hub no longer has of the last days is told as the epoch begins, asked a thousand at a time', async () => {
    const { state, source, log, sync } = given();
    state.epoch = 'zero';
    state.confirmed = Array.from({ length: 2001 }, (_, n) => uuid(n));
    const asked: number[] = [];
    source.knownActs = async ({ uuids }) => {
      asked.push(uuids.length);
      return { epoch: 'one', known: uuids.filter((each) => each !== uuid(1500)) };
    };
    expect(await sync()).toBe('idle');
    expect(log).toEqual(['start epoch one', `lost ${uuid(1500)}`, 'apply pull']);
    expect(asked).toEqual([1000, 1000, 1]);
  });

  it('K12 restored once more while it was asked: the newest epoch is begun, and asked again', async () => {
    const { state, source, log, applied, sync } = given([act(1)]);
    state.epoch = 'zero';
    state.confirmed = [uuid(7)];
    let epoch = 'one';
    source.push = async (request) =>
      request.epoch === epoch ? { ...applied(request.mutations), epoch } : { ...stoppedBy({ why: 'new-epoch' }), epoch };
    source.pull = async () => pulled({ epoch });
    source.knownActs = async () => {
      epoch = 'two';
      return { epoch, known: [] };
    };
    expect(await sync()).toBe('idle');
    expect(log).toEqual(['start epoch two', `lost ${uuid(7)}`, 'apply pull']);
  });

  it('a source that stops for ever is a fault, not an endless loop', async () => {
    const { source, state, sync } = given([act(1)]);
    source.push = async () => stoppedBy({ why: 'gap' });
    await expect(sync()).rejects.toThrow('no progress');
    expect(state.phases.at(-1)).toBe('offline');
    expect(state.pending).toHaveLength(1);
  });

  it('F22 an act the source breaks on is refused alone; those before and behind it go through', async () => {
    const { source, state, applied, sync } = given([act(1), act(2), act(3)]);
    source.push = async ({ mutations }) => {
      if (mutations.some((mutation) => mutation.uuid === uuid(2))) throw new Rejected(400);
      return applied(mutations);
    };
    expect(await sync()).toBe('idle');
    expect(state.outcomes.map(({ id, refused }) => [id, refused?.refused ?? null])).toEqual([
      [1, null],
      [2, 'bad-arguments'],
      [3, null],
    ]);
  });

  it('F22 where the source rejects pulls as well, no act is blamed', async () => {
    const { source, state, sync } = given([act(1)]);
    source.push = source.pull = async () => {
      throw new Rejected(400);
    };
    await expect(sync()).rejects.toThrow(Rejected);
    expect(state.pending).toHaveLength(1);
  });
});

describe('how a sync ends when the source fails', () => {
  it.each([
    [new Unreachable('x'), 'offline'],
    [new SignedOut('x'), 'signed-out'],
    [new Incompatible('hub'), 'hub-too-old'],
    [new Incompatible('extension'), 'extension-too-old'],
    [new DOMException('full', 'QuotaExceededError'), 'disk-full'],
  ] as const)('I1 %s: %s, and all that waits still waits', async (error, phase) => {
    const { source, state, sync } = given([act(1)]);
    source.push = async () => {
      throw error;
    };
    expect(await sync()).toBe(phase);
    expect(state.phases.at(-1)).toBe(phase);
    expect(state.pending).toHaveLength(1);
  });

  it('I13 F9 a disk too full even for the status line is still told', async () => {
    const { store, sync } = given();
    store.noteSync = async () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    expect(await sync()).toBe('disk-full');
  });

  it('INB-6 a page of history refused because we left that inbox: the pull that follows tells', async () => {
    const { source, state, log, sync } = given();
    state.pages = 1;
    let pulls = 0;
    source.pull = async () => {
      if (++pulls === 2) state.pages = 0;
      return pulled();
    };
    source.bootstrap = async () => {
      throw new Rejected(404);
    };
    expect(await sync()).toBe('idle');
    expect(log).toEqual(['apply pull', 'apply pull']);
  });

  it('a page refused for ever ends the sync as unreachable', async () => {
    const { source, state, sync } = given();
    state.pages = 1;
    source.bootstrap = async () => {
      throw new Rejected(404);
    };
    expect(await sync()).toBe('offline');
  });
});
