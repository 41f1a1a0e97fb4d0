import type { ServiceRecord } from '@linli/model';
import type { Amount } from '../../src/pack/amount.ts';
import type { CreditStep } from '../../src/pack/credit-standard.ts';
import type { PersonFacts } from '../../src/person-facts.ts';
import type { CreditCase } from './random-case.ts';

// A second judge, written for plainness: it counts minute by minute, keeps everything it has seen, and knows Shanghai only,
// whose clocks are always eight hours ahead. It answers with amounts; nothing at all is a refusal.

export interface NaiveCredit {
  readonly seconds: number;
  readonly pool: number;
  readonly honour: number;
}
interface Seen extends NaiveCredit {
  readonly record: ServiceRecord;
  /** What entered and left `first` and a rounding over a period. */
  readonly first: number;
  readonly round: readonly [number, number];
}
type Condition = NonNullable<CreditStep['when']>;
type Person = NonNullable<Condition['helper']>;
type Stretch = NonNullable<Condition['begins']>;

const localMinute = (at: number): number => Math.floor(at / 60_000) + 480;
const dayText = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
const dateOf = ({ from }: ServiceRecord): string => dayText(Math.floor(localMinute(from) / 1440));
const weekday = (day: number): number => ((day + 3) % 7) + 1;
const clock = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));
const plusDays = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
const within = (list: readonly string[], category: string): boolean =>
  list.some((one) => one === category || (one.endsWith('*') && category.startsWith(one.slice(0, -1))));

export function naiveCreditAll({ standard, services, people, facts }: CreditCase): ReadonlyMap<string, NaiveCredit | undefined> {
  const answers = new Map<string, NaiveCredit | undefined>();
  const seen: Seen[] = [];
  for (const record of services.toSorted((a, b) => a.from - b.from || (a.id < b.id ? -1 : 1))) {
    const seenNow = judge(record);
    if (seenNow !== undefined) seen.push(seenNow);
    answers.set(record.id, seenNow && { seconds: seenNow.seconds, pool: seenNow.pool, honour: seenNow.honour });
  }
  return answers;

  function judge(record: ServiceRecord): Seen | undefined {
    const { unit, calendar } = standard;
    const helper = people.get(record.helperId)!;
    const own = facts.services?.get(record.id) ?? {};
    const date = dateOf(record);
    const { beneficiary } = record;
    const elder = beneficiary.kind === 'person' ? facts.beneficiaries?.get(beneficiary.personId) : undefined;
    const earlier = helper.history?.earlierSeconds ?? 0;
    const worth = ({ hours = 0, minutes = 0, seconds: rest = 0, units = 0 }: Amount): number =>
      Math.round(hours * 3600 + minutes * 60 + rest + units * unit.scaleSeconds);
    const dayKind = (day: number): string => {
      const text = dayText(day);
      if (calendar?.holidays?.includes(text as never) || calendar?.yearlyHolidays?.includes(text.slice(5))) return 'holiday';
      return weekday(day) > 5 && !calendar?.workdays?.includes(text as never) ? 'weekend' : 'workday';
    };
    /** Whether a minute lies in the stretch, as one of its own day or, past midnight, of the day before. */
    const isIn = ({ hours, weekdays, days }: Stretch, at: number): boolean => {
      const today = Math.floor(at / 1440);
      const fits = (day: number) => (weekdays?.includes(weekday(day)) ?? true) && (days?.includes(dayKind(day) as never) ?? true);
      if (hours === undefined) return fits(today);
      const now = at % 1440;
      return hours.some(({ from, until }) => {
        const [a, b] = [clock(from), clock(until)];
        return a < b ? fits(today) && a <= now && now < b : (fits(today) && now >= a) || (fits(today - 1) && now < b);
      });
    };
    const isPerson = (condition: Person, person: PersonFacts): boolean | undefined => {
      const alone = (
        { age, sex, marks = [], anyMark, noMarks = [] }: Omit<Person, 'anyOf'>,
        as: PersonFacts,
      ): (boolean | undefined)[] => {
        const years =
          as.birth == null
            ? undefined
            : Number(date.slice(0, 4)) - Number(as.birth.from.slice(0, 4)) - (date.slice(5) < as.birth.from.slice(5) ? 1 : 0);
        const has = as.marks as readonly string[] | null | undefined;
        return [
          age === undefined ? true : years === undefined ? undefined : (age.from ?? 0) <= years && years < (age.until ?? 999),
          sex === undefined ? true : as.sex == null ? undefined : as.sex === sex,
          marks.length + noMarks.length + (anyMark?.length ?? 0) === 0
            ? true
            : has == null
              ? undefined
              : marks.every((mark) => has.includes(mark)) &&
                !noMarks.some((mark) => has.includes(mark)) &&
                (anyMark?.some((mark) => has.includes(mark)) ?? true),
        ];
      };
      const all = (parts: (boolean | undefined)[]) =>
        parts.includes(false) ? false : parts.includes(undefined) ? undefined : true;
      const of = (as: PersonFacts) => {
        const { anyOf, ...direct } = condition;
        const any = anyOf?.map((clause) => all(alone(clause, as))) ?? [true];
        return all([...alone(direct, as), any.includes(true) ? true : any.includes(undefined) ? undefined : false]);
      };
      if (of(person) !== true && person.sex == null && of({ ...person, sex: 'female' }) && of({ ...person, sex: 'male' }))
        return true;
      return of(person);
    };
    const isMeant = (when: Condition | undefined): boolean | undefined => {
      if (when === undefined) return true;
      const parts = [
        when.categories === undefined || within(when.categories, record.category),
        when.difficulty === undefined || when.difficulty.includes(own.difficulty ?? ''),
        when.marks === undefined || when.marks.every((mark) => own.marks?.includes(mark)),
        when.begins === undefined || isIn(when.begins, localMinute(record.from)),
        when.from === undefined || date >= when.from,
        when.helper === undefined || isPerson(when.helper, helper),
        when.beneficiary === undefined || (beneficiary.kind !== 'public' && isPerson(when.beneficiary, elder ?? {})),
      ];
      return parts.includes(false) ? false : parts.includes(undefined) ? undefined : true;
    };
    const periodOf = (per: string, day: string, yearFrom = '01-01'): string => {
      if (per === 'week') return plusDays(day, 1 - weekday(Date.parse(day) / 86_400_000));
      if (per === 'year') return day.slice(5) < yearFrom ? String(Number(day.slice(0, 4)) - 1) : day.slice(0, 4);
      return per === 'life' ? 'life' : day.slice(0, per === 'month' ? 7 : 10);
    };
    const inPeriod = (per: string, yearFrom?: string) =>
      seen.filter((one) => periodOf(per, dateOf(one.record), yearFrom) === periodOf(per, date, yearFrom));
    const rounded = ({ mode, to, upFrom }: Extract<CreditStep, { do: 'round' }>, value: number): number => {
      const grain = worth(to);
      const below = Math.floor(value / grain);
      if (mode === 'down' || value === below * grain) return below * grain;
      const isUp = mode === 'up' || value - below * grain >= (upFrom === undefined ? grain / 2 : worth(upFrom));
      return (isUp ? below + 1 : below) * grain;
    };
    const multiplied = (value: number, times: number, during: Stretch | undefined): number => {
      const first = localMinute(record.from);
      const length = localMinute(record.until) - first;
      const inside = Array.from({ length }, (_, at) => first + at).filter(
        (at) => during === undefined || isIn(during, at),
      ).length;
      const thousandths = BigInt(Math.round(times * 1000));
      return Number(
        (BigInt(value) * (BigInt(length - inside) * 1000n + BigInt(inside) * thousandths)) / (BigInt(length) * 1000n),
      );
    };

    let seconds = (record.until - record.from) / 1000;
    let [pool, honour, first] = [0, 0, 0];
    let round: [number, number] = [0, 0];
    let isRefused = false;
    for (const step of standard.steps) {
      const meant = isMeant(step.when);
      if (meant === undefined) isRefused = true;
      if (meant !== true) continue;
      const refuseUnless = (holds: boolean | undefined) => {
        if (holds !== true) isRefused = true;
      };
      switch (step.do) {
        case 'require-helper':
          refuseUnless(isPerson(step, helper));
          break;
        case 'require-beneficiary':
          refuseUnless(
            beneficiary.kind === 'public' ? step.public : beneficiary.kind === 'person' && isPerson(step, elder ?? {}),
          );
          break;
        case 'require-category':
          refuseUnless(within(step.categories, record.category));
          break;
        case 'refuse-self':
          refuseUnless(
            beneficiary.kind === 'public' ||
              !(beneficiary.kind === 'person' ? [beneficiary.personId] : beneficiary.candidates).includes(record.helperId),
          );
          break;
        case 'refuse-relatives': {
          const kin = helper.relatives?.['p-li'];
          const barred = { lineal: ['parent'], spouse: ['spouse'] }[step.kin?.[0] ?? ''] ?? ['parent', 'spouse', 'sibling'];
          const touches = beneficiary.kind === 'person' ? beneficiary.personId === 'p-li' : false;
          refuseUnless(
            beneficiary.kind === 'public' ||
              (helper.relatives != null && !(touches && kin !== undefined && barred.includes(kin))),
          );
          break;
        }
        case 'refuse-overlap':
          refuseUnless(!seen.some((one) => one.record.from < record.until && record.from < one.record.until));
          break;
        case 'limit-services':
          refuseUnless(
            inPeriod(step.per, step.yearFrom).filter(
              (one) => !step.when?.categories || within(step.when.categories, one.record.category),
            ).length < step.most,
          );
          break;
        case 'minimum':
          refuseUnless(seconds >= worth(step.least));
          break;
        case 'require-evidence': {
          const { evidence } = record;
          const whole = (kinds: readonly string[]) =>
            kinds.includes('coordinator') || (kinds.includes('sign-in-out') && kinds.includes('beneficiary'));
          const late =
            step.withinDays !== undefined && own.proofOn !== undefined && own.proofOn > plusDays(date, step.withinDays);
          const silent =
            step.confirm !== undefined &&
            facts.judgedOn !== undefined &&
            facts.judgedOn >= plusDays(date, step.confirm.afterDays);
          refuseUnless(!own.disputed && (whole(evidence) ? !late : silent && whole([...evidence, 'beneficiary'])));
          break;
        }
        case 'count-also':
          seconds += Math.min(own.extraSeconds?.['travel'] ?? 0, step.most === undefined ? Infinity : worth(step.most));
          break;
        case 'flat':
          seconds = worth(step.credit);
          break;
        case 'tiers':
          seconds = step.rows.reduce((sum, row) => (worth(row.from) <= seconds ? worth(row.credit) : sum), 0);
          break;
        case 'rate': {
          const times =
            record.category === 'care.bath'
              ? step.byCategory!['care.bath']!
              : record.category.startsWith('care.')
                ? step.byCategory!['care.*']!
                : step.otherwise;
          seconds = multiplied(seconds, times, undefined);
          break;
        }
        case 'multiply': {
          const after = multiplied(seconds, step.times, step.during);
          if (step.overflow === 'pool') pool += Math.max(0, seconds - after);
          if (step.overflow === 'honour') honour += Math.max(0, seconds - after);
          seconds = after;
          break;
        }
        case 'multiply-highest': {
          const meantOf = step.of.map((factor) => isMeant(factor.when));
          if (meantOf.includes(undefined)) isRefused = true;
          // Minute by minute: the best of the factors that reach it, or 1000 where none does.
          const length = localMinute(record.until) - localMinute(record.from);
          let thousandths = 0n;
          for (let at = localMinute(record.from); at < localMinute(record.until); at += 1) {
            const reaching = step.of
              .filter((factor, place) => meantOf[place] === true && (factor.during === undefined || isIn(factor.during, at)))
              .map(({ times }) => Math.round(times * 1000));
            thousandths += BigInt(reaching.length === 0 ? 1000 : Math.max(...reaching));
          }
          seconds = Number((BigInt(seconds) * thousandths) / (BigInt(length) * 1000n));
          break;
        }
        case 'many-beneficiaries':
          seconds = multiplied(seconds, 1 + (Math.min(own.beneficiaries ?? 1, step.most ?? 99) - 1) * step.each, undefined);
          break;
        case 'many-helpers': {
          const shares = own.helpers ?? 1;
          seconds = Math.floor((seconds + shares - (own.helperPlace ?? shares)) / shares);
          break;
        }
        case 'first': {
          const before = inPeriod(step.per, step.yearFrom).reduce(
            (sum, one) => sum + one.first,
            step.per === 'life' ? earlier : 0,
          );
          first = seconds;
          const inside = Math.max(0, Math.min(worth(step.amount), before + seconds) - before);
          seconds = Math.floor(
            (inside * Math.round(step.times * 1000) +
              (seconds - Math.min(inside, seconds)) * Math.round(step.afterwards * 1000)) /
              1000,
          );
          break;
        }
        case 'round': {
          if ((step.per ?? 'service') === 'service') {
            seconds = rounded(step, seconds);
            break;
          }
          const others = inPeriod(step.per!, step.yearFrom);
          const total = others.reduce((sum, one) => sum + one.round[0], seconds);
          const given = others.reduce((sum, one) => sum + one.round[1], 0);
          round = [seconds, Math.max(0, rounded(step, total) - given)];
          seconds = round[1];
          break;
        }
        case 'cap': {
          const counted = step.per === 'service' ? [] : inPeriod(step.per, step.yearFrom);
          const whom = ({ beneficiary: served }: ServiceRecord) => (served.kind === 'person' ? served.personId : 'nobody');
          const already = counted
            .filter((one) => !step.when?.categories || within(step.when.categories, one.record.category))
            .filter((one) => !step.sameBeneficiary || whom(one.record) === whom(record))
            .reduce(
              (sum, one) => sum + one.seconds,
              step.per === 'life' && !step.when?.categories && !step.sameBeneficiary ? earlier : 0,
            );
          const over = Math.max(0, Math.min(seconds, seconds + already - worth(step.most)));
          seconds -= over;
          if (step.overflow === 'pool') pool += over;
          if (step.overflow === 'honour') honour += over;
          break;
        }
        default:
          step satisfies never;
      }
    }
    if (isRefused) return undefined;
    const grain = unit.asset === 'second' ? 1 : unit.scaleSeconds / 10 ** (unit.decimals ?? 0);
    const whole = (value: number) => value - (value % grain);
    return { record, seconds: whole(seconds), pool: whole(pool), honour: whole(honour), first, round };
  }
}
