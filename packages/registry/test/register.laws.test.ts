import type { Intake, PersonId, ResidentDraft, Tie } from '@linli/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { admit, emptyRegister, Merge, merge, type Register, unmerge } from '../src/index.ts';
import { at, bornOn, call, helper, intake, mention, resident, resource, service, tie, time, zone } from './drafts.ts';

// Few names, doors and births, so that namesakes, twins and doubtful mentions are common.
const name = fc.constantFrom('王秀英', '张桂兰', '李建国');
const birth = fc.constantFrom(null, bornOn('1941-12-31', '1942-01-01'), bornOn('1950-06-01', '1950-06-02'));
const address = fc.constantFrom(null, at('3-2-501'), at('3-2-502'));
const phone = fc.constantFrom(null, '13900000001', '13900000002');
const grid = fc.constantFrom(null, 1, 2);
const identityNumber = fc.constantFrom(null, null, null, '999999194112310027', '999999193001150011');

const residents = fc
  .array(fc.record({ name, birth, address, phone, grid, identityNumber, health: fc.constantFrom([], ['糖尿病']) }), {
    maxLength: 8,
  })
  .map((rows) => rows.map(({ name: called, ...facts }, index) => resident(index + 2, called, facts)));
const helpers = fc
  .array(fc.record({ name, birth, phone, grid }), { maxLength: 6 })
  .map((rows) => rows.map(({ name: called, ...facts }, index) => helper(index + 2, called, facts)));
const pairs = fc.array(fc.record({ resident: name, helper: name, grid, duty: fc.constantFrom('knock', 'goods') }), {
  maxLength: 6,
});
const minutes = fc.array(fc.record({ resident: name, grid, minute: fc.constantFrom('09:00', '09:01') }), { maxLength: 6 });
const anyIntake = fc.record({ residents, helpers, pairs, minutes }).map((file) =>
  intake({
    residents: file.residents,
    helpers: file.helpers,
    ties: file.pairs.map((pair, index) =>
      tie(index + 2, mention(pair.resident, { grid: pair.grid }), mention(pair.helper), { duty: pair.duty }),
    ),
    calls: file.minutes.map((one, index) =>
      call(index + 2, mention(one.resident, { grid: one.grid }), { time: time(one.minute) }),
    ),
    services: file.pairs.map((pair, index) => service(index + 2, mention(pair.helper), { beneficiary: mention(pair.resident) })),
    resources: [resource(2, '博闻之家')],
  }),
);
const opening = (facts: Partial<Intake>, register: Register = emptyRegister) => admit(register, intake(facts), { zone });

type Admit = (register: Register, file: Intake) => ReturnType<typeof admit>;
const admitHere: Admit = (register, file) => admit(register, file, { zone });

function keepTwiceLaw(take: Admit): void {
  fc.assert(
    fc.property(anyIntake, anyIntake, (earlier, file) => {
      const once = take(take(emptyRegister, earlier).register, file).register;
      expect(take(once, file).register).toEqual(once);
    }),
    { seed: 11, numRuns: 500 },
  );
}

/** No row vanishes: what a file says is in the register or in a remark. No two people get one id. */
function keepNobodyLostLaw(take: Admit): void {
  fc.assert(
    fc.property(anyIntake, (file) => {
      const { register, refused } = take(emptyRegister, file);
      const rows = file.residents.length + file.helpers.length + file.ties.length + file.calls.length + file.services.length + 1;
      const lists: readonly (readonly { readonly id: string }[])[] = Object.values(register);
      const kept = lists.reduce((sum, list) => sum + list.length, 0);
      expect(kept + refused.length).toBe(rows);
      for (const list of lists) expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
    }),
    { seed: 12, numRuns: 500 },
  );
}

describe('laws of admission', () => {
  it('admitting the same file twice changes nothing, whatever was admitted before', () => {
    keepTwiceLaw(admitHere);
  });

  it('planted bug: fresh ids at every admission are caught', () => {
    const forgetful: Admit = (register, file) => {
      const { register: next, ...remarks } = admitHere(emptyRegister, file);
      const renamed = next.residents.map((one) => ({ ...one, id: `${one.id}-${register.residents.length}` as PersonId }));
      return { ...remarks, register: { ...next, residents: [...register.residents, ...renamed] } };
    };
    expect(() => keepTwiceLaw(forgetful)).toThrow();
  });

  it('every row is in the register or refused, and every id stands for one', () => {
    keepNobodyLostLaw(admitHere);
  });

  it('planted bug: namesakes made one without a word are caught', () => {
    const merging: Admit = (register, file) => {
      const seen = new Set<string>();
      const once = ({ name: called }: ResidentDraft): boolean => !seen.has(called) && seen.add(called).size > 0;
      return admitHere(register, { ...file, residents: file.residents.filter(once) });
    };
    expect(() => keepNobodyLostLaw(merging)).toThrow();
  });

  // Known by name, birth and door, each of them once: with less, two rows may be too alike for anybody to tell.
  const distinct = residents.map((rows) => {
    const known = rows
      .filter((row) => row.birth !== null && row.address !== null)
      .map((row) => ({ ...row, identityNumber: null }));
    const told = (row: ResidentDraft): string => JSON.stringify([row.name, row.birth, row.address]);
    return known.filter((row, index) => known.findIndex((other) => told(other) === told(row)) === index);
  });

  it('an id stays with its person when the rows of a later file stand in another order', () => {
    fc.assert(
      fc.property(
        distinct.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }))),
        ([rows, shuffled]) => {
          const once = opening({ residents: rows }).register;
          const renumbered = shuffled.map((row, index) => ({ ...row, at: { ...row.at, row: index + 2 } }));
          expect(opening({ residents: renumbered }, once).register).toEqual(once);
        },
      ),
      { seed: 13, numRuns: 500 },
    );
  });

  it('a later file that knows less erases nothing', () => {
    fc.assert(
      fc.property(distinct, (rows) => {
        const once = opening({ residents: rows }).register;
        const silent = rows.map((row) => ({ ...row, phone: null, grid: null, health: [] }));
        expect(opening({ residents: silent }, once).register).toEqual(once);
      }),
      { seed: 14, numRuns: 500 },
    );
  });
});

const anyRegister = anyIntake.map((file) => admitHere(emptyRegister, file).register);
const idOf = (register: Register, index: number): PersonId | undefined => register.residents[index]?.id;

type Undo = typeof unmerge;

function keepMergeLaw(undo: Undo): void {
  fc.assert(
    fc.property(anyRegister, fc.nat({ max: 3 }), fc.nat({ max: 3 }), (register, first, second) => {
      const [keep, give] = [idOf(register, first), idOf(register, second)];
      fc.pre(keep !== undefined && give !== undefined && keep !== give);
      const merged = merge(register, keep, give);
      expect(merged.ok).toBe(true);
      if (!merged.ok) return;
      const { register: next, merge: record } = merged.value;

      expect(next.residents.map(({ id }) => id)).toEqual(register.residents.map(({ id }) => id).filter((id) => id !== give));
      const duties = (ties: readonly Tie[]) =>
        new Set(ties.map((one) => `${one.residentId === give ? keep : one.residentId} ${one.helperId} ${one.duty}`));
      const towardsOthers = register.ties.filter(({ residentId, helperId }) => residentId !== give || helperId !== keep);
      expect(duties(next.ties)).toEqual(duties(towardsOthers));
      expect(next.ties).toHaveLength(duties(next.ties).size); // moved, and not doubled

      const stored = Merge.parse(JSON.parse(JSON.stringify(record)));
      expect(undo(next, stored)).toEqual(register);
    }),
    { seed: 15, numRuns: 500 },
  );
}

describe('laws of merging', () => {
  it('a merge taken back leaves the register exactly as it was, also after the merge was stored', () => {
    keepMergeLaw(unmerge);
  });

  it('planted bug: taking back the people and forgetting the ties is caught', () => {
    expect(() => keepMergeLaw((register, record) => ({ ...unmerge(register, record), ties: register.ties }))).toThrow();
  });

  it('planted bug: giving the ties back and keeping them too is caught', () => {
    expect(() => keepMergeLaw((register, record) => unmerge(register, { ...record, movedTies: [] }))).toThrow();
  });
});
