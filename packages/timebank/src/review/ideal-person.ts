import type { LocalDate } from '@linli/model';
import type { PersonClause, PersonCondition } from '../pack/person-condition.ts';
import type { PersonFacts } from '../person-facts.ts';
import { bornYearsBefore } from './scene.ts';

/** Each way of meeting a condition, as one clause. */
const waysOf = ({ anyOf, ...own }: PersonCondition): readonly PersonClause[] =>
  anyOf === undefined ? [own] : anyOf.map((clause) => bothOf(own, clause));

/** A clause that asks what both ask; where they contradict each other, nobody will meet it. */
function bothOf(a: PersonClause, b: PersonClause): PersonClause {
  const from = Math.max(a.age?.from ?? 0, b.age?.from ?? 0);
  const until = Math.min(a.age?.until ?? 999, b.age?.until ?? 999);
  const roles = a.roles && b.roles ? a.roles.filter((role) => b.roles?.includes(role)) : (a.roles ?? b.roles);
  const all = (one: readonly string[] = [], other: readonly string[] = []): readonly string[] => [...new Set([...one, ...other])];
  return {
    ...((a.age ?? b.age) && { age: { from, ...(until < 999 && { until }) } }),
    ...((b.sex ?? a.sex) && { sex: b.sex ?? a.sex }),
    ...(roles && { roles }),
    marks: all(all(a.marks, b.marks), [...(a.anyMark ?? []).slice(0, 1), ...(b.anyMark ?? []).slice(0, 1)]),
    noMarks: all(a.noMarks, b.noMarks),
  };
}

/** Every way of meeting all of several conditions, at most `most`. */
export function waysOfAll(conditions: readonly PersonCondition[], most = 24): readonly PersonClause[] {
  let ways: readonly PersonClause[] = [{}];
  for (const condition of conditions) {
    ways = ways.flatMap((way) => waysOf(condition).map((clause) => bothOf(way, clause))).slice(0, most);
  }
  return ways;
}

/** Somebody who meets a clause on a day and for some years around it, everything known; a woman of 65 where nothing is asked. */
export function idealPerson({ age, sex, roles, marks = [], anyMark = [] }: PersonClause, on: LocalDate): PersonFacts {
  const youngest = age?.from ?? 0;
  const oldest = age?.until === undefined ? 120 : age.until - 1;
  const years = Math.max(youngest, Math.min(oldest, Math.max(65, youngest + 2)));
  return {
    role: roles?.[0] ?? 'volunteer',
    sex: sex ?? 'female',
    birth: bornYearsBefore(years, on),
    marks: [...new Set([...marks, ...anyMark.slice(0, 1)])],
  };
}

/** People who miss what one clause asks by one thing each. */
export function nearMisses(clause: PersonClause, person: PersonFacts, on: LocalDate): readonly PersonFacts[] {
  const { age, sex, roles, marks = [], anyMark, noMarks = [] } = clause;
  const own = (person.marks ?? []).flatMap((mark) => (typeof mark === 'string' ? [mark] : [mark.code]));
  return [
    ...(age?.from ? [{ ...person, birth: bornYearsBefore(age.from - 1, on) }] : []),
    ...(age?.until === undefined ? [] : [{ ...person, birth: bornYearsBefore(age.until, on) }]),
    ...(sex === undefined ? [] : [{ ...person, sex: sex === 'female' ? ('male' as const) : ('female' as const) }]),
    ...(roles === undefined ? [] : [{ ...person, role: 'somebody-else' }]),
    ...marks.map((mark) => ({ ...person, marks: own.filter((one) => one !== mark) })),
    ...(anyMark === undefined ? [] : [{ ...person, marks: own.filter((one) => !anyMark.includes(one)) }]),
    ...noMarks.map((mark) => ({ ...person, marks: [...own, mark] })),
  ];
}
