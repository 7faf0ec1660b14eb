import fc from 'fast-check';
import { expect, it } from 'vitest';
import { agentRow, id } from '../../tests/support/rows';
import { chooseAgent } from './choose-agent';

/** Who is there at each arrival, of five agents: a history of comings and goings. */
const history = fc.array(fc.subarray([0, 1, 2, 3, 4]), { minLength: 1, maxLength: 60 });
const candidate = (n: number, open: number, away = false) => ({
  agent: agentRow(n, away ? { availability: { state: 'away', since: 0 } } : {}),
  open,
});
const now = { last: undefined, at: 0 };
const inTurn = { onlyAvailable: true, method: 'in-turn', limit: null } as const;

it('RTE-3 in turn is fair within one between any two who were there all the time, whoever else comes and goes', () => {
  fc.assert(
    fc.property(history, (arrivals) => {
      const got = new Map<number, number>();
      let last: string | undefined;
      for (const there of arrivals) {
        const chosen = chooseAgent(
          inTurn,
          [0, 1, 2, 3, 4].map((n) => candidate(n, 0, !there.includes(n))),
          { last, at: 0 },
        );
        if (there.length === 0) expect(chosen).toBe('nobody-available');
        if (typeof chosen === 'string') continue;
        last = chosen.id;
        const n = [0, 1, 2, 3, 4].find((each) => id(each) === chosen.id) ?? -1;
        expect(there).toContain(n);
        got.set(n, (got.get(n) ?? 0) + 1);
      }
      const always = [0, 1, 2, 3, 4].filter((n) => arrivals.every((there) => there.includes(n)));
      const counts = always.map((n) => got.get(n) ?? 0);
      if (counts.length > 1) expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
    }),
  );
});

it('RTE-3 fewest open gives to nobody who has more than another it could go to', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(9), fc.boolean()), { maxLength: 6 }), fc.option(fc.integer({ min: 1, max: 5 })), (some, limit) => {
      const candidates = some.map(([open, away], n) => candidate(n, open, away));
      const chosen = chooseAgent({ onlyAvailable: true, method: 'fewest-open', limit }, candidates, now);
      const may = candidates.filter(({ agent, open }) => !agent.availability && (limit === null || open < limit)).map(({ open }) => open);
      if (typeof chosen === 'string') expect(may).toEqual([]);
      else expect(candidates.find(({ agent }) => agent === chosen)?.open).toBe(Math.min(...may));
    }),
  );
});

it('RTE-3 the turn goes on after whoever had it, also when they are not among them any more', () => {
  const three = [candidate(1, 0), candidate(3, 0), candidate(5, 0)];
  expect(chooseAgent(inTurn, three, { last: id(4), at: 0 })).toMatchObject({ id: id(5) });
  expect(chooseAgent(inTurn, three, { last: id(5), at: 0 })).toMatchObject({ id: id(1) });
  expect(chooseAgent({ ...inTurn, method: 'fewest-open' }, three, { last: id(1), at: 0 })).toMatchObject({ id: id(3) });
});

it('RTE-2 RTE-3 why it is nobody: none is named, none is there, none has room', () => {
  expect(chooseAgent(inTurn, [], now)).toBe('nobody-left');
  expect(chooseAgent(inTurn, [candidate(1, 0, true)], now)).toBe('nobody-available');
  expect(chooseAgent({ ...inTurn, limit: 2 }, [candidate(1, 2), candidate(2, 0, true)], now)).toBe('at-limit');
  expect(chooseAgent({ ...inTurn, limit: 2, onlyAvailable: false }, [candidate(1, 2), candidate(2, 0, true)], now)).toMatchObject({
    id: id(2),
  });
});
