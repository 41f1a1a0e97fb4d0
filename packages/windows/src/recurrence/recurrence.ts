import { type Decision, daysBetween, LocalDate, Text, WallTime, Zone } from '@linli/model';
import * as z from 'zod';
import { checkFlaws, type Flaw, parseLocated } from '../parse-located.ts';
import { type RecurrenceRule, type RuleFlawCode, readRule } from './recurrence-rule.ts';

type ShapeCode =
  | RuleFlawCode
  | 'recurrence/no-bound'
  | 'recurrence/ends-before-it-begins'
  | 'recurrence/too-long'
  | 'recurrence/made-up-without-count'
  | 'recurrence/date-twice';

/** Why a recurrence is refused. `data.path` says where, as `moved.0.date`. */
export type RecurrenceFlawCode = 'recurrence/malformed' | ShapeCode;

/** Nobody plans further than thirty years; a rule that does, or that needs longer to come round, is refused. */
export const LONGEST_DAYS = 366 * 30;

const Moved = z
  .strictObject({
    /** The date that the rule gives. */
    date: LocalDate,
    toDate: LocalDate,
    /** At another time than usual. */
    at: WallTime.exactOptional(),
  })
  .readonly();

interface Shape {
  readonly rule: string;
  readonly from: LocalDate;
  readonly makeUp: boolean;
  readonly except: readonly LocalDate[];
  readonly moved: readonly z.infer<typeof Moved>[];
}

function flawsOf({ rule: text, from, makeUp, except, moved }: Shape): readonly Flaw<ShapeCode>[] {
  const flaws: Flaw<ShapeCode>[] = [];
  const rule = readRule(text);
  if (!('pattern' in rule)) flaws.push(...rule.map(({ code, data }) => ({ code, path: ['rule'], data })));
  else {
    if (rule.count === null && rule.lastOn === null) flaws.push({ code: 'recurrence/no-bound', path: ['rule'] });
    if (rule.lastOn !== null && rule.lastOn < from) flaws.push({ code: 'recurrence/ends-before-it-begins', path: ['rule'] });
    if (rule.lastOn !== null && daysBetween(from, rule.lastOn) > LONGEST_DAYS)
      flaws.push({ code: 'recurrence/too-long', path: ['rule'] });
    if (makeUp && rule.count === null) flaws.push({ code: 'recurrence/made-up-without-count', path: ['makeUp'] });
  }
  const changed = [...except, ...moved.map(({ date }) => date)];
  for (const [index, date] of changed.entries())
    if (changed.indexOf(date) < index)
      flaws.push({
        code: 'recurrence/date-twice',
        path: index < except.length ? ['except', index] : ['moved', index - except.length, 'date'],
        data: { date },
      });
  return flaws;
}

/** A service that comes round by a rule, as data: the meal plan of a week, the class of each first Saturday. */
export const Recurrence = z
  .strictObject({
    format: z.literal('linli-recurrence/1'),
    id: z.string().min(1),
    edition: z.int().positive(),
    name: Text,
    zone: Zone,
    /** An RRULE of RFC 5545 by days or longer, bounded by COUNT or by a date as UNTIL. */
    rule: z.string().min(1),
    /** The first day it may come round; it does so only where the rule meets it. */
    from: LocalDate,
    at: WallTime,
    serviceMinutes: z.int().min(1).max(1440),
    /** What becomes of one that falls on a day off; `serve` asks no calendar. */
    onClosedDays: z.enum(['skip', 'earlier', 'later', 'serve']),
    /** COUNT counts what is served: one that is left out is made up for at the end. */
    makeUp: z.boolean(),
    /** Dates of the rule that are left out. */
    except: z.array(LocalDate).readonly(),
    /** Dates of the rule that somebody moved; this is asked of no calendar. */
    moved: z.array(Moved).readonly(),
  })
  .check(checkFlaws<Shape>(flawsOf))
  .readonly();
export interface Recurrence extends z.infer<typeof Recurrence> {}

/** A recurrence from outside. Every flaw is named with its path, those of the rule also with its part. */
export const parseRecurrence = (input: unknown): Decision<Recurrence, RecurrenceFlawCode> =>
  parseLocated(Recurrence, 'recurrence/malformed', input);

/** The rule of a recurrence that was parsed, which is a rule that can be read. */
export const ruleOf = ({ rule }: Recurrence): RecurrenceRule => readRule(rule) as RecurrenceRule;
