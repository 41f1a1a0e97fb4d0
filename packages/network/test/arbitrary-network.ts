import type { PersonId } from '@linli/model';
import fc from 'fast-check';
import { type buildNetwork, CareTemplate } from '../src/index.ts';
import { helperOf, residentOf, template, tieOf } from './six-people.ts';

export const seed = 20261123;

export type Records = Parameters<typeof buildNetwork>[0];

/** As the six people's template, but two different helpers must knock: k = 2 tells "at least" from "exactly". */
export const pairTemplate = CareTemplate.parse({
  ...template,
  duties: template.duties.map((duty) => (duty.code === 'knock' ? { ...duty, atLeast: 2 } : duty)),
});

const births = [
  null,
  { from: '1940-01-01', until: '1940-01-02', precision: 'day' },
  { from: '1946-01-01', until: '1947-01-01', precision: 'year' },
];
const roles = ['neighbour', 'youth-volunteer', 'property', 'committee'];

const resident = (at: number) =>
  fc
    .record({
      birth: fc.constantFrom(...births),
      grid: fc.constantFrom(null, 1, 2),
      phone: fc.constantFrom(null, '199-0000-0002'),
      selfCare: fc.constantFrom(null, 'independent', 'mild'),
      living: fc.constantFrom([], [{ kind: 'alone', from: null }], [{ kind: 'family', from: null }]),
    })
    .map((more) => residentOf(`p${at}`, more));

// Persons p3 and p4 may be helpers as well: dual persons under one id.
const helper = (at: number) =>
  fc
    .record({
      role: fc.constantFrom(...roles),
      grid: fc.constantFrom(null, 1, 2),
      birth: fc.constantFrom(
        null,
        { from: '1970-01-01', until: '1970-01-02', precision: 'day' },
        { from: '2008-11-24', until: '2008-11-25', precision: 'day' },
      ),
    })
    .map(({ role, ...more }) => helperOf(`p${at + 3}`, role, more));

const several = <Item>(make: (at: number) => fc.Arbitrary<Item>, most: number): fc.Arbitrary<Item[]> =>
  fc.integer({ min: 1, max: most }).chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => make(at))));

/** Small communities with every kind of hole: unknown facts, ties too rare, in the wrong role, doubled, or to oneself. */
export const communities: fc.Arbitrary<Records> = fc
  .tuple(several(resident, 5), several(helper, 6))
  .chain(([residents, helpers]) =>
    fc
      .array(
        fc.record({
          residentId: fc.constantFrom(...residents.map(({ id }) => id)),
          helperId: fc.constantFrom(...helpers.map(({ id }) => id)),
          role: fc.constantFrom(...roles),
          duty: fc.constantFrom('knock', 'guard', 'knock'),
          cadence: fc.constantFrom('daily', 'daily', 'weekly', 'on-demand'),
        }),
        { maxLength: 16 },
      )
      .map((ties) => ({
        residents,
        helpers,
        ties: ties.map((tie, at) => tieOf(`t${at}`, tie.residentId, tie.helperId, tie.role, tie.duty, tie.cadence)),
      })),
  );

export const without = ({ residents, helpers, ties }: Records, helperId: PersonId): Records => ({
  residents,
  helpers: helpers.filter(({ id }) => id !== helperId),
  ties: ties.filter((tie) => tie.helperId !== helperId),
});

/** Whether the law is broken for some community: `fc.assert` is for laws, this is for the planted bugs that must break them. */
export const isBroken = <Inputs>(law: fc.IProperty<Inputs>): boolean => fc.check(law, { seed, numRuns: 1000 }).failed;
