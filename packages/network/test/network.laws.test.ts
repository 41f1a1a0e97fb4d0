import { isAtLeast, type PersonId } from '@linli/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bridgeHelpers } from '../src/bridge-helpers.ts';
import { buildNetwork, dutiesOf, ecomap, findGaps, measures, type Network, propose } from '../src/index.ts';
import { isCovered, type Need, needsOf } from '../src/needs-of.ts';
import { type SinglePoint, singlePoints } from '../src/single-points.ts';
import { communities, isBroken, type Records, seed, pairTemplate as template, without } from './arbitrary-network.ts';
import { on, policy, tieOf } from './six-people.ts';

const keyOf = ({ resident, duty }: Need): string => `${resident.id} ${duty.code}`;
const uncoveredIn = (records: Records): Set<string> =>
  new Set(
    findGaps(buildNetwork(records), template, policy, on)
      .filter(({ code }) => code === 'duty/uncovered')
      .map(({ residentId, duty }) => `${residentId} ${duty}`),
  );

/** Each law takes what it judges as an argument, so that a broken one can be put in its place. */
const holds = <Inputs>(law: fc.IProperty<Inputs>): void => fc.assert(law, { seed, numRuns: 300 });

describe('law: one tie more never adds an uncovered duty', () => {
  const law = (uncovered: (records: Records) => Set<string>) =>
    fc.property(
      communities.filter(({ ties }) => ties.length > 0),
      (records) => {
        const before = uncovered({ ...records, ties: records.ties.slice(1) });
        for (const key of uncovered(records)) expect(before).toContain(key);
      },
    );
  it('holds', () => holds(law(uncoveredIn)));
  it('catches "exactly k" where "at least k" is meant', () => {
    const exactly = (records: Records): Set<string> =>
      new Set(
        needsOf(buildNetwork(records), template, on)
          .filter(({ holders, duty }) => holders.length !== duty.atLeast)
          .map(keyOf),
      );
    expect(isBroken(law(exactly))).toBe(true);
  });
});

describe('law: without a flagged helper exactly the residents named lose a duty, without any other nobody does', () => {
  const law = (points: (needs: readonly Need[]) => readonly SinglePoint[]) =>
    fc.property(communities, (records) => {
      const needs = needsOf(buildNetwork(records), template, on);
      const before = new Set(needs.filter((need) => !isCovered(need)).map(keyOf));
      const flagged = new Map(points(needs).map(({ helperId, residentIds }) => [helperId, residentIds]));
      for (const { id } of records.helpers) {
        const after = needsOf(buildNetwork(without(records, id)), template, on).filter((need) => !isCovered(need));
        const lost = new Set(after.filter((need) => !before.has(keyOf(need))).map(({ resident }) => resident.id));
        expect(flagged.get(id) ?? []).toEqual([...lost]);
      }
    });
  it('holds', () => holds(law(singlePoints)));
  it('catches a flag on helpers of needs that are short already', () => {
    // A need of two that has one is told as if it had one of one: the check for "short already" then never sees it.
    const tooEager = (needs: readonly Need[]): readonly SinglePoint[] =>
      singlePoints(
        needs.map((need) => {
          const atLeast = Math.min(need.duty.atLeast, Math.max(1, need.holders.length));
          return { ...need, duty: { ...need.duty, atLeast } };
        }),
      );
    expect(isBroken(law(tooEager))).toBe(true);
  });
});

describe('law: the order of the records changes nothing', () => {
  const shuffled = communities.chain((records) => {
    const whole = <Item>(items: readonly Item[]) =>
      fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length });
    return fc
      .tuple(whole(records.residents), whole(records.helpers), whole(records.ties))
      .map(([residents, helpers, ties]) => [records, { residents, helpers, ties }] as const);
  });
  const law = (build: (records: Records) => Network) =>
    fc.property(shuffled, ([records, other]) => {
      const [a, b] = [build(records), build(other)];
      expect(findGaps(b, template, policy, on)).toEqual(findGaps(a, template, policy, on));
      expect(measures(b, template, on)).toEqual(measures(a, template, on));
      for (const { id } of records.residents) expect(ecomap(b, id)).toEqual(ecomap(a, id));
    });
  it('holds', () => holds(law(buildNetwork)));
  it('catches an index in order of arrival', () => {
    const asTheyCame = (records: Records): Network => ({
      ...buildNetwork(records),
      residents: new Map(records.residents.map((resident) => [resident.id, resident])),
    });
    expect(isBroken(law(asTheyCame))).toBe(true);
  });
});

describe('law, M-03: a bridge helper is one whose leaving makes more parts of what is left', () => {
  const partsWithout = ({ residents, helpers, ties }: Network, gone: PersonId | null): number => {
    const left = new Set([...residents.keys(), ...helpers.keys()].filter((id) => id !== gone));
    let parts = 0;
    for (const start of left) {
      parts += 1;
      const reached = [start];
      for (let here = reached.pop(); here !== undefined; here = reached.pop()) {
        left.delete(here);
        for (const { residentId, helperId } of ties) {
          if (residentId === here && left.has(helperId)) reached.push(helperId);
          if (helperId === here && left.has(residentId)) reached.push(residentId);
        }
      }
    }
    return parts;
  };
  const law = (bridges: (network: Network) => readonly PersonId[]) =>
    fc.property(communities, (records) => {
      const network = buildNetwork(records);
      // Somebody without ties is a part alone and takes it along: parts then fall by one, and this is no bridge.
      const truly = [...network.helpers.keys()].filter((id) => partsWithout(network, id) > partsWithout(network, null));
      expect(bridges(network)).toEqual(truly);
    });
  it('holds', () => holds(law(bridgeHelpers)));
  it('catches "two ties or more" taken for a bridge', () => {
    const busy = ({ tiesFrom }: Network): PersonId[] => [...tiesFrom].filter(([, ties]) => ties.length > 1).map(([id]) => id);
    expect(isBroken(law(busy))).toBe(true);
  });
  it('a chain of 20 000 people does not exhaust the stack', () => {
    const { residents, helpers } = chainOf(10_000);
    const ties = residents.flatMap(({ id }, at) => [
      tieOf(`a${at}`, id, helpers[at]!.id, 'neighbour', 'knock'),
      ...(at === 0 ? [] : [tieOf(`b${at}`, id, helpers[at - 1]!.id, 'neighbour', 'knock')]),
    ]);
    // Every helper but the last stands between two residents.
    expect(bridgeHelpers(buildNetwork({ residents, helpers, ties }))).toHaveLength(9_999);
  });
});

function chainOf(length: number): Pick<Records, 'residents' | 'helpers'> {
  const [resident] = fc.sample(communities, { seed, numRuns: 1 })[0]!.residents;
  const [helper] = fc.sample(communities, { seed, numRuns: 1 })[0]!.helpers;
  return {
    residents: Array.from({ length }, (_, at) => ({ ...resident!, id: `r${at}` as PersonId })),
    helpers: Array.from({ length }, (_, at) => ({ ...helper!, id: `h${at}` as PersonId })),
  };
}

describe('law: forgetting a fact never takes a duty away', () => {
  const law = (owed: typeof dutiesOf) =>
    fc.property(communities, fc.constantFrom({ birth: null }, { selfCare: null }, { living: [] }), ({ residents }, forgotten) => {
      const codes = (resident: (typeof residents)[number]) => owed(template, resident, on).map(({ duty }) => duty.code);
      for (const resident of residents)
        expect(codes({ ...resident, ...forgotten })).toEqual(expect.arrayContaining(codes(resident)));
    });
  it('holds', () => holds(law(dutiesOf)));
  it('catches unknown taken for no', () => {
    const sureOnly: typeof dutiesOf = (...asked) => dutiesOf(...asked).filter(({ doubts }) => doubts.length === 0);
    expect(isBroken(law(sureOnly))).toBe(true);
  });
});

describe('law, D-11: every proposal, taken up, adds a holder to the need, and none is a minor or beyond the cap', () => {
  const law = (ask: typeof propose) =>
    fc.property(communities, (records) => {
      const network = buildNetwork(records);
      for (const gap of findGaps(network, template, policy, on).filter(({ code }) => code === 'duty/uncovered')) {
        const answer = ask(network, template, gap, { policy, on, limit: 99 });
        for (const { residentId, helperId, role, duty: code, cadence } of answer.ok ? answer.value : []) {
          const { duty } = template.duties.find((one) => one.code === code)!;
          const holdersIn = (of: Network) =>
            needsOf(of, template, on).find(({ resident, duty }) => resident.id === residentId && duty.code === code)!.holders
              .length;
          const taken = buildNetwork({
            ...records,
            ties: [...records.ties, tieOf('new', residentId, helperId, role, duty, cadence)],
          });
          expect(holdersIn(taken)).toBe(holdersIn(network) + 1);
          expect(isAtLeast(network.helpers.get(helperId)!.birth, 18, on)).not.toBe(false);
          const residents = new Set(network.tiesFrom.get(helperId)?.map((tie) => tie.residentId));
          expect(residents.size).toBeLessThan(policy.maxResidentsPerHelper.default);
        }
      }
    });
  it('holds', () => holds(law(propose)));
  it('catches a proposal in a role the duty does not count', () => {
    const anyRole: typeof propose = (...asked) => {
      const answer = propose(...asked);
      return answer.ok ? { ...answer, value: answer.value.map((one) => ({ ...one, role: 'committee' })) } : answer;
    };
    expect(isBroken(law(anyRole))).toBe(true);
  });
});
