import { createHash } from 'node:crypto';
import { type Mapping, readWorkbook } from '@linli/interop';
import { addDays, type Decision, type Intake, type LocalDate, no, simulatedClock, yes } from '@linli/model';
import type { Chosen } from '@linli/sdk';
import type { StorageDriver } from '@linli/storage';
import { type Cycle, type CycleTotals, cycleTotals, phaseSpans } from '@linli/windows';
import type { DayPlan } from './collections.ts';
import { createCommunity } from './community.ts';
import type { Effort } from './day/plan-day.ts';
import { type DayReport, dayReport } from './report/day-report.ts';
import { type Rules, vocabularyOf } from './rules/rules.ts';
import { report } from './verbs/execute.ts';
import type { Written } from './verbs/house.ts';
import type { Period } from './verbs/settle.ts';

export interface DayInput {
  readonly rules: Rules;
  /** The workbook's bytes. */
  readonly workbook: Uint8Array;
  readonly mapping?: Mapping;
  /** The collection date. */
  readonly date: LocalDate;
}

/** A workbook that fits the day; nothing is written yet. */
export interface DayReading {
  readonly rules: Rules;
  readonly date: LocalDate;
  readonly intake: Intake;
  readonly declaredResidents: number | null;
  /** False: the phone register has no column that tells emergencies, so none of them is known. */
  readonly tellsEmergencies: boolean;
  /** Names the file's bytes. */
  readonly digest: string;
}

export interface DayStage {
  readonly driver: StorageDriver;
  readonly newCommitId: () => string;
  readonly effort?: Effort;
  readonly plugins?: readonly Chosen[];
  /** Called before each step, with its name, for a progress line. */
  readonly onStep?: (step: 'admit' | 'collect' | 'assign' | 'settle' | 'review') => void;
}

/** Reads the workbook for one day. No: it is no workbook, its phone register is of another day, or it has none. */
export async function readDay({ rules, workbook, mapping, date }: DayInput): Promise<Decision<DayReading>> {
  const options = { vocabulary: vocabularyOf(rules), date, ...(mapping === undefined ? {} : { mapping }) };
  const reading = await readWorkbook(workbook, options);
  if (!reading.ok) return reading;
  const { intake, registerDate, declared, mapping: sheets } = reading.value;
  if (registerDate !== null && registerDate !== date) return no('day/other-date', { found: registerDate, date });
  if (intake.calls.length === 0) {
    // Without a phone round everybody would look as if they needed nothing.
    const unread = intake.refused.filter(({ column }) => column === null).map(({ reason }) => reason);
    return { ok: false, reasons: [{ code: 'day/no-calls', data: { date } }, ...unread] };
  }
  const tellsEmergencies = sheets.every(({ kind, fields }) => kind !== 'calls' || Object.values(fields).includes('emergency'));
  const digest = createHash('sha256').update(workbook).digest('hex');
  return yes({ rules, date, intake, declaredResidents: declared.residents, tellsEmergencies, digest });
}

/**
 * One service day on a clock made up from the times in the file: admit, collect until the cut-off, assign, settle last
 * month's services, review. No: the day is not a service day; then only the register was written.
 */
export async function playDay(reading: DayReading, stage: DayStage): Promise<Decision<DayReport>> {
  const { rules, date } = reading;
  const { onStep = () => {} } = stage;
  const spans = new Map(phaseSpans(rules.cycle, date).map(({ phase, span }) => [phase, span]));
  const clock = simulatedClock(spans.get('collect')!.from);
  const community = createCommunity({
    driver: stage.driver,
    rules,
    clock,
    newCommitId: stage.newCommitId,
    actor: 'day-run',
    ...(stage.effort === undefined ? {} : { effort: stage.effort }),
    ...(stage.plugins === undefined ? {} : { plugins: stage.plugins }),
  });

  onStep('admit');
  const admitted = await community.admit(reading.intake, reading.digest);
  onStep('collect');
  clock.moveTo(spans.get('collect')!.until);
  const collected = await community.collect(date);
  if (!collected.ok) return collected;
  onStep('assign');
  clock.moveTo(spans.get('assign')!.until);
  const assigned = await community.assign(date);
  onStep('settle');
  const settled = await community.settle(monthBefore(date));
  onStep('review');
  const review = await community.review(serviceDateOf(rules, date));
  const written = [admitted, collected.value, assigned, settled].reduce<Written>(
    (sum, step) => ({ added: sum.added + step.written.added, changed: sum.changed + step.written.changed }),
    { added: 0, changed: 0 },
  );
  return yes(
    dayReport({
      rules,
      date,
      register: admitted.register,
      refused: admitted.refused,
      warnings: admitted.warnings,
      declaredResidents: reading.declaredResidents,
      tellsEmergencies: reading.tellsEmergencies,
      collected: collected.value,
      assigned,
      settled,
      review,
      rehearsal: rehearse(assigned.cycle, assigned.plan),
      written,
    }),
  );
}

/** `readDay` and `playDay` in one call, for a driver that is open already. */
export async function runDay(run: DayInput & DayStage): Promise<Decision<DayReport>> {
  const reading = await readDay(run);
  return reading.ok ? playDay(reading.value, run) : reading;
}

/**
 * What the cycle would come to if everybody did as planned and what nobody could take were carried to the next day.
 * A rehearsal on a copy: it writes nothing, and no plan becomes a deed by it.
 */
function rehearse(cycle: Cycle, plan: DayPlan): CycleTotals {
  const known = new Set<string>(cycle.facts.lines.map(({ demandId }) => demandId));
  const end = cycle.facts.deadlines.at(-1)!.at;
  const done = plan.assignments
    .filter(({ demandId }) => known.has(demandId))
    .map(({ demandId, until }) => ({ what: 'done' as const, demandId, at: until }));
  const carried = plan.unassigned
    .filter(({ demandId }) => known.has(demandId))
    .map(({ demandId }) => ({ what: 'carried' as const, demandId, at: end, toDate: cycle.facts.nextDate }));
  return cycleTotals(report(cycle, [...done, ...carried], end).cycle);
}

/** The day on which the last phase of the cycle lies. */
const serviceDateOf = ({ cycle }: Rules, date: LocalDate): LocalDate =>
  addDays(date, Math.max(...cycle.phases.map(({ dayOffset }) => dayOffset)));

/** The calendar month before the one that holds `date`. */
function monthBefore(date: LocalDate): Period {
  const until = `${date.slice(0, 8)}01` as LocalDate;
  return { from: `${addDays(until, -1).slice(0, 8)}01` as LocalDate, until };
}
