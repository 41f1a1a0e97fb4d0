import { Instant, LocalDate, PersonId, Zone } from '@linli/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defineProcess } from '../../src/process/define-process.ts';
import { caseCounts } from '../../src/screening/case-counts.ts';
import { CaseStatus, type StatusEntry } from '../../src/screening/case-status.ts';
import { followUp, statusNow } from '../../src/screening/follow-up.ts';
import { FollowUpState, type FollowUpTypes } from '../../src/screening/follow-up-types.ts';
import { ScreeningState, type ScreeningTypes, screening } from '../../src/screening/screening.ts';
import { isRaised } from '../../src/screening/screening-rule.ts';
import { at } from '../days.ts';
import type { PathPlan } from '../paths.ts';
import { brokenLaws, expectStates, isCaught, type Judge } from '../programme/random-walk.ts';
import { plans } from './paths.ts';

const [screenings, followUps] = plans as unknown as readonly [PathPlan<ScreeningTypes>, PathPlan<FollowUpTypes>];

const screeningLaws: Judge<ScreeningTypes> = (story) => {
  const broken: string[] = [];
  let said = 0;
  let opened = 0;
  for (const { before, event, step } of story) {
    const { facts, state, at: now } = step.snapshot;
    if (event.type !== 'tick' && event.type !== 'end' && step.isTaken) said += 1;
    opened += step.effects.filter(({ type }) => type === 'open-follow-up').length;
    const texts = facts.readings.map(({ was, ...last }) => [...was, last].map((each) => isRaised(facts.rule, each)));
    if (texts.flat().length !== said) broken.push('D-47 nothing written is lost');
    // From not raised to raised, in each reading with its corrections in order.
    const turns = texts.map((raised) => raised.filter((is, index) => is && raised[index - 1] !== true).length);
    if (turns.reduce((sum, each) => sum + each, 0) !== opened) broken.push('D-47 every raised reading opens one follow-up');
    const lasts = facts.readings
      .filter(({ tenths }) => tenths !== null)
      .map(({ measuredAt }) => measuredAt + facts.rule.validHours * 3_600_000);
    if (state === 'current' && event.type === 'tick' && Math.max(...lasts) <= (now ?? 0)) broken.push('silence is never current');
    if (before.state !== 'ended' && step.passed.length !== step.effects.filter(({ type }) => type === 'reading-wanted').length)
      broken.push('every silence is told');
    if (state === 'ended' && facts.why === null) broken.push('nothing leaves without a reason');
  }
  return broken;
};

describe('screening: laws in random stories', () => {
  it('D-47: hold', () => {
    expectStates(screenings, ScreeningState.options);
    expect(brokenLaws(screenings, screeningLaws)).toEqual([]);
  });

  const { states, guards } = screening;
  const bugs: readonly [string, string, Parameters<typeof defineProcess<ScreeningTypes>>[0]][] = [
    [
      'above the line instead of at it',
      'D-47 every raised reading opens one follow-up',
      {
        ...screening,
        guards: {
          ...guards,
          'is-raised': ({ rule }, event) => event.type === 'read' && event.tenths !== null && event.tenths > rule.feverTenths,
        },
      },
    ],
    [
      'late paper is only filed',
      'D-47 every raised reading opens one follow-up',
      {
        ...screening,
        states: {
          ...states,
          unmeasured: {
            ...states.unmeasured,
            read: states.unmeasured.read!.map((way) =>
              way.guard === 'is-raised-untimed' && 'to' in way ? { ...way, effects: () => [] } : way,
            ),
          },
        },
      },
    ],
    [
      'a correction that forgets',
      'D-47 nothing written is lost',
      {
        ...screening,
        states: {
          ...states,
          current: {
            ...states.current,
            correct: states.current.correct!.map((way) =>
              'to' in way
                ? {
                    ...way,
                    set: ({ readings }, { readingId, tenths }) => ({
                      readings: readings.map((each) => (each.id === readingId ? { ...each, tenths, was: [] } : each)),
                    }),
                  }
                : way,
            ),
          },
        },
      },
    ],
    [
      'what is too old is taken for well',
      'silence is never current',
      {
        ...screening,
        states: { ...states, current: { ...states.current, due: states.current.due!.map((way) => ({ ...way, to: 'current' })) } },
      },
    ],
    [
      'a silence nobody hears of',
      'every silence is told',
      {
        ...screening,
        states: {
          ...states,
          current: {
            ...states.current,
            due: states.current.due!.map((way) => ('to' in way ? { ...way, effects: () => [] } : way)),
          },
        },
      },
    ],
  ];
  it.each(bugs)('planted bug: %s', (_, law, spec) => {
    expect(isCaught(screenings, screeningLaws, defineProcess(spec), law)).toBe(true);
  });
});

const followUpLaws: Judge<FollowUpTypes> = (story) => {
  const broken: string[] = [];
  for (const { before, event, step } of story) {
    const { facts, state } = step.snapshot;
    if (event.type === 'tick' && state !== before.state) broken.push('D-47 silence changes no state');
    if (step.passed.length !== step.effects.filter(({ type }) => type === 'escalated' || type === 'nobody-looks').length)
      broken.push('D-47 every silence escalates');
    if (before.facts.history.some((line, index) => facts.history[index] !== line)) broken.push('D-48 history only grows');
    if (facts.history.some(({ since, knownAt }) => since > knownAt)) broken.push('D-48 nothing is known before it is true');
    const tells: FollowUpState | 'none' = statusNow(facts) ?? 'none';
    if (state !== 'open' && state !== 'referred' && tells !== state) broken.push('D-48 the history tells the state');
    if (state === 'cleared' && before.state !== 'cleared') {
      const { rule, measurements } = facts;
      const latest = measurements.slice(-rule.readingsToClear);
      const areBelow =
        latest.length === rule.readingsToClear && latest.every((each) => each.tenths !== null && !isRaised(rule, each));
      const isByClinic = event.type === 'clear' && event.ground === 'clinic';
      if (!isByClinic && (!areBelow || before.state !== 'observed')) broken.push('D-47 nobody is cleared without a ground');
    }
    if (state === 'ended' && facts.why === null) broken.push('nothing leaves without a reason');
  }
  return broken;
};

describe('follow-up: laws in random stories', () => {
  it('D-47 D-48: hold', () => {
    expectStates(followUps, FollowUpState.options);
    expect(brokenLaws(followUps, followUpLaws)).toEqual([]);
  });

  const { states, guards } = followUp;
  const bugs: readonly [string, string, Parameters<typeof defineProcess<FollowUpTypes>>[0]][] = [
    [
      'silence clears',
      'D-47 silence changes no state',
      {
        ...followUp,
        states: { ...states, observed: { ...states.observed, due: [{ to: 'cleared', because: 'follow-up/cleared' }] } },
      },
    ],
    [
      'a silence nobody hears of',
      'D-47 every silence escalates',
      {
        ...followUp,
        states: {
          ...states,
          suspected: {
            ...states.suspected,
            due: states.suspected.due!.map((way) => ('to' in way ? { ...way, effects: () => [] } : way)),
          },
        },
      },
    ],
    [
      'a thermometer clears at once',
      'D-47 nobody is cleared without a ground',
      { ...followUp, guards: { ...guards, 'lacks-measurements': () => false } },
    ],
    [
      'a status of tomorrow',
      'D-48 nothing is known before it is true',
      { ...followUp, guards: { ...guards, 'is-ahead': () => false } },
    ],
    [
      'a retraction that wipes out',
      'D-48 history only grows',
      {
        ...followUp,
        states: {
          ...states,
          confirmed: {
            ...states.confirmed,
            retract: states.confirmed.retract!.map((way) =>
              'to' in way
                ? {
                    ...way,
                    set: ({ history }) => ({ history: [{ ...history.at(-1)!, status: 'observed' as const, id: 'new' }] }),
                  }
                : way,
            ),
          },
        },
      },
    ],
    [
      'a suspicion that is not written down',
      'D-48 the history tells the state',
      {
        ...followUp,
        states: {
          ...states,
          observed: {
            ...states.observed,
            suspect: states.observed.suspect!.map((way) => ('to' in way ? { ...way, set: () => ({}), effects: () => [] } : way)),
          },
        },
      },
    ],
  ];
  it.each(bugs)('planted bug: %s', (_, law, spec) => {
    expect(isCaught(followUps, followUpLaws, defineProcess(spec), law)).toBe(true);
  });
});

const hour = (hours: number): Instant => Instant.parse(at('2020-02-01 00:00') + hours * 3_600_000);
/** Lines of a few follow-ups in the order in which they were written down. */
const registers = fc
  .array(
    fc.record({
      caseNumber: fc.nat(3),
      status: fc.constantFrom(...CaseStatus.options),
      waited: fc.nat(60),
      before: fc.nat(80),
      puts: fc.nat(20),
      isCorrection: fc.boolean(),
    }),
    { maxLength: 20 },
  )
  .map((drafts) => {
    const lines: StatusEntry[] = [];
    let written = 0;
    for (const { caseNumber, status, waited, before, puts, isCorrection } of drafts) {
      written += waited;
      const caseId = `case-${caseNumber}`;
      const own = lines.filter((line) => line.caseId === caseId);
      const open = own.filter(({ id }) => !own.some(({ replaces }) => replaces === id));
      lines.push({
        id: `${caseId}/${own.length}`,
        caseId,
        number: own.length + 1,
        // Two follow-ups of one person.
        personId: PersonId.parse(`person-${caseNumber % 3}`),
        status,
        since: hour(written - before),
        knownAt: hour(written),
        by: PersonId.parse('worker'),
        replaces: isCorrection ? (open[puts % Math.max(1, open.length)]?.id ?? null) : null,
      });
    }
    return lines;
  });
const zone = Zone.parse('Asia/Shanghai');
type Counts = typeof caseCounts;

/** A report of day `on` made at `asked`, before and after everything else was written down, and in another order. */
const isReproducible = (counts: Counts, lines: readonly StatusEntry[], asked: number): boolean => {
  const question = { on: LocalDate.parse('2020-02-03'), zone, knownAt: hour(asked) };
  const thatNight = lines.filter(({ knownAt }) => knownAt <= question.knownAt);
  const answer = JSON.stringify(counts(thatNight, question));
  return answer === JSON.stringify(counts(lines, question)) && answer === JSON.stringify(counts(lines.toReversed(), question));
};
const everybodyOnce = (lines: readonly StatusEntry[], asked: number): boolean => {
  const { people } = caseCounts(lines, { on: LocalDate.parse('2020-02-03'), zone, knownAt: hour(asked) });
  const all = Object.values(people).flat();
  return new Set(all).size === all.length;
};

describe('caseCounts: laws', () => {
  it('D-48: a report of a day as known at an instant never changes, whatever is written later and in whatever order it is read', () => {
    fc.assert(
      fc.property(
        registers,
        fc.nat(400),
        (lines, asked) => isReproducible(caseCounts, lines, asked) && everybodyOnce(lines, asked),
      ),
      { seed: 48, numRuns: 300 },
    );
  });

  it('planted bugs: a count that knows what was written later, and one that takes the order for the truth', () => {
    const late: Counts = (lines, question) => caseCounts(lines, { ...question, knownAt: hour(100_000) });
    const byOrder: Counts = (lines, question) =>
      caseCounts(
        lines.map((line, index) => ({ ...line, number: index + 1 })),
        question,
      );
    for (const bug of [late, byOrder]) {
      const found = fc.check(
        fc.property(registers, fc.nat(400), (lines, asked) => isReproducible(bug, lines, asked)),
        { seed: 48, numRuns: 300 },
      );
      expect(found.failed).toBe(true);
    }
  });
});
