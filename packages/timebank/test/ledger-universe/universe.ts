import { type Decision, Instant, seededRandom } from '@linli/model';
import { type ClearingPair, clearingLaws, watchClearing } from '../../src/laws/clearing-laws.ts';
import type { Breach } from '../../src/laws/law.ts';
import { slotOf } from '../../src/laws/tally.ts';
import { type LedgerWatch, watchLedger } from '../../src/laws/watch.ts';
import { wholeLaws } from '../../src/laws/whole-laws.ts';
import type { Side } from '../../src/ledger/clearing-acts.ts';
import type { LedgerRecord } from '../../src/ledger/record.ts';
import type { Transfer } from '../../src/ledger/transfer.ts';
import { type Command, Commands } from './commands.ts';
import { PlainModel } from './expected.ts';
import { clear, type Parts, Subject, settleClaims, soundParts } from './subject.ts';
import * as world from './world.ts';

/** A stretch of random commands from one seed, on a pair of ledgers that begin empty. */
export interface UniverseOptions {
  readonly seed: number;
  readonly commands: number;
  readonly parts?: Parts;
  /** Whether the answers are compared with the plain model; a planted bug is left to the laws. */
  readonly isCompared?: boolean;
  /** Whether the laws about the whole are asked at the end: L-11, L-14 for every reference, L-15. */
  readonly isWholeChecked?: boolean;
}

export interface UniverseEnd {
  readonly breaches: readonly Breach[];
  readonly commands: number;
  readonly records: number;
}

/** Runs until the end or the first command that breaks something. `answers` counts what was told, by first code. */
export function runUniverse(options: UniverseOptions, answers: Map<string, number>): UniverseEnd {
  const { seed, commands, parts = soundParts, isCompared = true, isWholeChecked = true } = options;
  const belowFloor = seed % 2 === 0 ? 'block' : 'allow-and-flag';
  const policy = world.policyOf(belowFloor);
  const home = new Subject(parts, policy);
  const away = new Subject({ ...soundParts, reading: parts.reading }, policy);
  const rules = { policy, dayCapUnits: world.dayCapUnits, dayOf: world.dayOf };
  const watch = watchLedger(rules);
  const awayWatch = watchLedger({ policy });
  const clearingWatch = watchClearing(pairOf(home, away));
  const model = new PlainModel(watch.tally, belowFloor === 'allow-and-flag');
  const source = new Commands(seededRandom(seed), home, watch.tally);
  const end = (done: number, breaches: readonly Breach[]): UniverseEnd => ({
    breaches,
    commands: done,
    records: home.ledger.length + away.ledger.length,
  });
  const tell = (command: Command, answer: Decision<unknown>): void => {
    const told = answer.reasons.length === 0 ? `yes/${command.is}` : answer.reasons[0]!.code;
    answers.set(told, (answers.get(told) ?? 0) + 1);
  };

  for (let done = 1; done <= commands; done += 1) {
    const command = source.next();
    const seen = watch.tally.records.length;
    const { answer, breaches } = step(command, {
      home,
      away,
      watch,
      awayWatch,
      clearingWatch,
      model: isCompared ? model : undefined,
      now: source.now,
    });
    tell(command, answer);
    if (breaches.length > 0) return end(done, breaches);
    for (let at = seen; at < watch.tally.records.length; at += 1) model.note(watch.tally.records[at]!);
  }
  if (!isWholeChecked) return end(commands, []);
  const pair = pairOf(home, away);
  const found = [
    ...wholeLaws(policy).map(({ id, breach }) => ({ id, what: breach(home.reading) })),
    ...wholeLaws(policy).map(({ id, breach }) => ({ id, what: breach(away.reading) })),
    ...clearingLaws.map(({ id, breach }) => ({ id, what: breach(pair) })),
  ];
  return end(
    commands,
    found.filter((one): one is Breach => one.what !== undefined),
  );
}

interface Step {
  readonly home: Subject;
  readonly away: Subject;
  readonly watch: LedgerWatch;
  readonly awayWatch: LedgerWatch;
  readonly clearingWatch: ReturnType<typeof watchClearing>;
  readonly model: PlainModel | undefined;
  readonly now: number;
}

interface Outcome {
  readonly answer: Decision<unknown>;
  readonly breaches: readonly Breach[];
}

function step(command: Command, all: Step): Outcome {
  const { home, watch, model } = all;
  switch (command.is) {
    case 'record':
    case 'chain': {
      const records = command.is === 'record' ? [command.record] : command.records;
      const expected = model?.answer(records[0]!);
      const answer = command.is === 'record' ? home.post(command.record) : home.postAll(records);
      const breaches = watch.answered(records, answer, home.reading);
      if (expected === undefined || breaches.length > 0) return { answer, breaches };
      const codes = answer.reasons.map(({ code }) => code);
      // A chain may be refused by a later member; by its first it must be.
      const isAsExpected =
        command.is === 'chain'
          ? expected.ok || (!answer.ok && codes[0] === expected.codes[0])
          : answer.ok === expected.ok && (answer.ok ? sameWords(codes, expected.codes) : codes[0] === expected.codes[0]);
      if (isAsExpected) return { answer, breaches };
      const what = `${JSON.stringify(records)}: ${codes.join()} instead of ${expected.codes.join()}`;
      return { answer, breaches: [{ id: 'model', what }] };
    }
    case 'expiry': {
      const answer = home.postAll(command.records);
      const breaches = watch.answered(command.records, answer, home.reading);
      const what = answer.ok ? dueStill(command.records, all) : `an expiry run is refused: ${answer.reasons[0].code}`;
      return { answer, breaches: what === undefined ? breaches : [...breaches, { id: 'L-13', what }] };
    }
    case 'clear':
    case 'take-back':
    case 'settle':
      return between(command, all);
    default:
      return command satisfies never;
  }
}

const sameWords = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((word, index) => word === b[index]);

/** Right after an expiry run nothing is due that is free to go. */
function dueStill(records: readonly LedgerRecord[], { watch: { tally }, now }: Step): string | undefined {
  for (const record of records as readonly Transfer[]) {
    const { lots, balanceUnits, heldUnits } = slotOf(tally, record.from, record.asset);
    const due = lots.lots.reduce((sum, { expiresAt, units }) => sum + (expiresAt !== null && expiresAt <= now ? units : 0), 0);
    if (due > 0 && balanceUnits > heldUnits) return `${record.from.id} has ${due} that had their time`;
  }
  return undefined;
}

const sideOf = (id: 'home' | 'away', { ledger, policy }: Subject): Side => ({
  id,
  ledger,
  policy,
  asset: id === 'home' ? 'second' : 'point',
  packId: 'test',
  edition: 1,
});

const pairOf = (home: Subject, away: Subject): ClearingPair => ({
  agreement: { between: world.between },
  assets: ['second', 'point'] as const,
  first: home.reading,
  second: away.reading,
});

function between(
  command: Command & { is: 'clear' | 'settle' | 'take-back' },
  { home, away, watch, awayWatch, clearingWatch, now }: Step,
): Outcome {
  const at = Instant.parse(now);
  const common = { reference: `x-${command.number}`, at, effectiveAt: at, why: [{ code: 'test/random' }] };
  const { rate, twice } = command;
  const agreement = rate === undefined ? undefined : { between: world.between, ...rate };
  const one = sideOf('home', home);
  const two = sideOf('away', away);
  const other = twice === 'community' ? one : twice === 'ledger' ? { ...two, ledger: one.ledger } : two;
  const answer = Subject.exchange(home, away, (parts) => {
    if (command.is === 'settle') return settleClaims(one, other, agreement, common, parts);
    const swapped = (decision: ReturnType<typeof clear>): ReturnType<typeof clear> =>
      decision.ok ? { ...decision, value: { from: decision.value.to, to: decision.value.from } } : decision;
    // 2 seconds are worth 3 points: not every amount comes out whole.
    const units = command.outward ? command.units : 3 * Math.ceil(command.units / 2);
    if (command.is === 'take-back') {
      const back = { ...common, cleared: command.cleared, units };
      return command.outward
        ? home.takeBackClearing(one, other, agreement, back, parts)
        : swapped(home.takeBackClearing(other, one, agreement, back, parts));
    }
    const { payer } = command;
    return command.outward
      ? clear(one, other, agreement, { ...common, payer, payee: world.guest, units }, parts)
      : swapped(clear(other, one, agreement, { ...common, payer: world.guest, payee: payer, units }, parts));
  });
  const breaches = [...watch.caughtUp(home.reading), ...awayWatch.caughtUp(away.reading), ...clearingWatch(pairOf(home, away))];
  if (twice !== undefined && answer.ok) breaches.push({ id: 'L-14', what: `one ${twice} cleared with itself` });
  return { answer, breaches };
}

/** Many universes from one seed on, until one of them breaks something. */
export function runUniverses(
  options: Omit<UniverseOptions, 'isWholeChecked'> & { readonly universes: number; readonly wholeEvery: number },
  answers: Map<string, number>,
  onEnd: (universe: number, end: UniverseEnd) => void = () => {},
): UniverseEnd & { readonly seed: number } {
  let commands = 0;
  let records = 0;
  for (let universe = 0; universe < options.universes; universe += 1) {
    const seed = options.seed + universe;
    const end = runUniverse({ ...options, seed, isWholeChecked: universe % options.wholeEvery === 0 }, answers);
    commands += end.commands;
    records += end.records;
    onEnd(universe, end);
    if (end.breaches.length > 0) return { seed, breaches: end.breaches, commands, records };
  }
  return { seed: options.seed, breaches: [], commands, records };
}
