import { Birth, isAtLeast, LocalDate, type Reason, Sex } from '@linli/model';
import * as z from 'zod';
import type { PersonClause, PersonCondition } from './pack/person-condition.ts';

/** A code on somebody's record, for good or for a time: in force from the day `from`, before the day `until`. */
export const Mark = z.union([
  z.string().min(1),
  z.strictObject({ code: z.string().min(1), from: LocalDate.optional(), until: LocalDate.optional() }).readonly(),
]);
export type Mark = z.infer<typeof Mark>;

/**
 * What a standard may ask about somebody: helper, beneficiary, recipient or holder of an account. Null and absent are
 * not known, which is not a no; a list of marks that is there is complete.
 */
export const PersonFacts = z
  .strictObject({
    role: z.string().nullable().optional(),
    sex: Sex.nullable().optional(),
    birth: Birth.nullable().optional(),
    marks: z.array(Mark).readonly().nullable().optional(),
  })
  .readonly();
export interface PersonFacts extends z.infer<typeof PersonFacts> {}

/** In which part somebody stands when a condition is not met; it begins the reason's code. */
export type Part = 'helper' | 'beneficiary' | 'recipient' | 'person';
type Lack =
  | 'too-young'
  | 'too-old'
  | 'age-unknown'
  | 'sex-unknown'
  | 'other-sex'
  | 'role-unknown'
  | 'role-not-allowed'
  | 'marks-unknown'
  | 'mark-missing'
  | 'mark-in-the-way';
export type PersonCode = `${Part}/${Lack}`;

/** One thing in which somebody does not meet a condition, or is not known to. */
interface Finding {
  readonly lack: Lack;
  readonly isUnknown: boolean;
  readonly data: NonNullable<Reason['data']>;
}

/** The codes that are in force on a day; null where nothing is known. */
export const marksOn = ({ marks }: PersonFacts, on: LocalDate): readonly string[] | null =>
  marks?.flatMap((mark) => {
    if (typeof mark === 'string') return [mark];
    const { code, from, until } = mark;
    return (from === undefined || from <= on) && (until === undefined || on < until) ? [code] : [];
  }) ?? null;

/** Whether somebody meets a condition on a day; undefined where it is not known. */
export function meets(condition: PersonCondition, person: PersonFacts, on: LocalDate): boolean | undefined {
  const found = findings(condition, person, on);
  if (found.length === 0) return true;
  return found.some(({ isUnknown }) => !isUnknown) ? false : undefined;
}

/** Why somebody does not meet a condition; empty where they do. Of several clauses, the one that lacks least. */
export const lacks = <In extends Part>(
  condition: PersonCondition,
  person: PersonFacts,
  on: LocalDate,
  part: In,
): readonly Reason<`${In}/${Lack}`>[] =>
  findings(condition, person, on).map(({ lack, data }) => ({ code: `${part}/${lack}`, data }));

const facts: Readonly<Partial<Record<Lack, string>>> = { 'age-unknown': 'birth', 'sex-unknown': 'sex', 'role-unknown': 'role' };

/** What would have to be known to tell whether somebody meets a condition: marks, and names of fields; empty where it is told. */
export const unknownIn = (condition: PersonCondition, person: PersonFacts, on: LocalDate): readonly string[] =>
  findings(condition, person, on).flatMap(({ lack, isUnknown, data }) =>
    isUnknown ? [facts[lack] ?? String(data['mark'])] : [],
  );

function findings(condition: PersonCondition, person: PersonFacts, on: LocalDate): readonly Finding[] {
  const { anyOf = [], ...own } = condition;
  const found = [...clauseFindings(own, person, on), ...nearest(anyOf.map((clause) => clauseFindings(clause, person, on)))];
  if (found.length === 0 || (person.sex ?? null) !== null) return found;
  // Where either sex meets it, nobody has to know which.
  const meetsEither = Sex.options.every((sex) => findings(condition, { ...person, sex }, on).length === 0);
  return meetsEither ? [] : found;
}

/** A clause that only lacks knowledge comes before one that is not met, then the one with fewer lacks, then the earlier. */
function nearest(clauses: readonly (readonly Finding[])[]): readonly Finding[] {
  let best: readonly Finding[] | undefined;
  for (const clause of clauses) if (best === undefined || distance(clause) < distance(best)) best = clause;
  return best ?? [];
}
const distance = (clause: readonly Finding[]): number => clause.reduce((sum, { isUnknown }) => sum + (isUnknown ? 1 : 1000), 0);

function clauseFindings(clause: PersonClause, person: PersonFacts, on: LocalDate): readonly Finding[] {
  return [
    ...sexFindings(clause, person),
    ...ageFindings(clause, person, on),
    ...roleFindings(clause, person),
    ...markFindings(clause, marksOn(person, on)),
  ];
}

function sexFindings({ sex }: PersonClause, person: PersonFacts): readonly Finding[] {
  if (sex === undefined || person.sex === sex) return [];
  const isUnknown = (person.sex ?? null) === null;
  return [{ lack: isUnknown ? 'sex-unknown' : 'other-sex', isUnknown, data: { sex } }];
}

function ageFindings({ age }: PersonClause, { birth = null }: PersonFacts, on: LocalDate): readonly Finding[] {
  if (age === undefined) return [];
  const { from, until } = age;
  const isOldEnough = from === undefined ? true : isAtLeast(birth, from, on);
  const isTooOld = until === undefined ? false : isAtLeast(birth, until, on);
  if (isOldEnough === true && isTooOld === false) return [];
  if (isOldEnough === false) return [{ lack: 'too-young', isUnknown: false, data: { years: from! } }];
  if (isTooOld === true) return [{ lack: 'too-old', isUnknown: false, data: { years: until! } }];
  return [{ lack: 'age-unknown', isUnknown: true, data: { years: (isOldEnough === undefined ? from : until)! } }];
}

function roleFindings({ roles }: PersonClause, person: PersonFacts): readonly Finding[] {
  if (roles === undefined) return [];
  const role = person.role ?? null;
  if (role === null) return [{ lack: 'role-unknown', isUnknown: true, data: { roles: roles.join(', ') } }];
  return roles.includes(role) ? [] : [{ lack: 'role-not-allowed', isUnknown: false, data: { role } }];
}

function markFindings({ marks = [], anyMark, noMarks = [] }: PersonClause, known: readonly string[] | null): readonly Finding[] {
  const asked = [...marks, ...(anyMark ?? []), ...noMarks];
  if (asked.length === 0) return [];
  if (known === null) return [{ lack: 'marks-unknown', isUnknown: true, data: { mark: asked.join(', ') } }];
  const missing = (mark: string): Finding => ({ lack: 'mark-missing', isUnknown: false, data: { mark } });
  return [
    ...marks.filter((mark) => !known.includes(mark)).map(missing),
    ...(anyMark === undefined || anyMark.some((mark) => known.includes(mark)) ? [] : [missing(anyMark.join(' / '))]),
    ...noMarks
      .filter((mark) => known.includes(mark))
      .map((mark): Finding => ({ lack: 'mark-in-the-way', isUnknown: false, data: { mark } })),
  ];
}
