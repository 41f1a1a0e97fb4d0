// How fast the processes are, and whether they stay so as a day grows.
//   npm run -s bench:windows [-- --json] [--write]
// One line a figure. Times are processor time of this process: what else the machine does counts little.
// `--write` puts the table into docs/benchmarks/windows.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { addDays, DemandId, type Instant, instantAt, LocalDate, PersonId, WallTime } from '@linli/model';
import { advance, type Cycle, type CycleEvent, catchUp, cyclesAfterSilence, duowen2020, openCycle, wake } from '../src/index.ts';
import { duowenLadder } from '../src/ladder/duowen-ladder.ts';
import { type Ladder, openLadder } from '../src/ladder/open-ladder.ts';

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, write: { type: 'boolean', default: false } },
});

const MINUTE = 60_000;
const rounds = 5;
const instances = 10_000;
const date = LocalDate.parse('2020-03-30');
const at = (day: LocalDate, time: string): Instant => instantAt(day, WallTime.parse(time), duowen2020.zone);
const plus = (from: Instant, ms: number): Instant => (from + ms) as Instant;

const rows: { readonly figure: string; readonly value: string }[] = [];
function tell(figure: string, value: number, unit: string, digits = 0): void {
  const rounded = Number(value.toFixed(digits));
  rows.push({ figure, value: `${rounded.toLocaleString('en-US', { maximumFractionDigits: digits })} ${unit}`.trim() });
  console.log(values.json ? JSON.stringify({ figure, value: rounded, unit }) : `${figure}: ${rounded} ${unit}`);
}

const seconds = (work: () => unknown): number => {
  const began = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1e6;
};
const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[numbers.length >> 1]!;
const measured = (work: () => unknown): number => median(Array.from({ length: rounds }, () => seconds(work)));

/** One day of a community: every demand is asked for, named to a person, packed and brought. */
function dayOf(events: number): readonly CycleEvent[] {
  const cutOff = at(date, '16:00');
  const nextDay = addDays(date, 1);
  const perDemand = 4;
  const demands = Math.floor(events / perDemand);
  const all = Array.from({ length: demands }, (_, index) => ({ id: `d${index}`, demandId: DemandId.parse(`d${index}`) }));
  const helperId = PersonId.parse('li');
  return [
    ...all.map(
      ({ id, demandId }, index): CycleEvent => ({ type: 'demand', id, demandId, at: plus(cutOff, (index - demands) * 1000) }),
    ),
    ...all.map(
      ({ id, demandId }): CycleEvent => ({ type: 'assigned', id: `${id}-a`, demandId, at: at(date, '17:00'), helperId }),
    ),
    ...all.map(({ id, demandId }): CycleEvent => ({ type: 'prepared', id: `${id}-p`, demandId, at: at(nextDay, '11:00') })),
    ...all.map(({ id, demandId }): CycleEvent => ({ type: 'done', id: `${id}-d`, demandId, at: at(nextDay, '14:00') })),
  ];
}

function lived(events: readonly CycleEvent[]): Cycle {
  let cycle = openCycle(duowen2020, date);
  for (const event of events) cycle = advance(cycle, event).snapshot;
  return cycle;
}

for (let index = 0; index < 5; index += 1) lived(dayOf(2000)); // to let the machine compile what it will run

const speeds = [500, 2000, 8000].map((size) => {
  const events = dayOf(size);
  const days = Array.from({ length: 8000 / size }, () => events); // as many events in each measurement
  const perSecond = 8000 / measured(() => days.map(lived));
  tell(`one cycle with a day of ${size} events`, perSecond, 'events/s');
  return perSecond;
});
tell('... speed with 8000 against with 500', speeds[2]! / speeds[0]!, '', 2);

const ladderOf = (id: string): Ladder => {
  const opening = { definition: duowenLadder, residentId: PersonId.parse('jia'), keyHolders: [], consent: 'yes' } as const;
  const knock = { type: 'knock-unanswered', id: 'knock', at: at(date, '10:00'), by: PersonId.parse('li') } as const;
  return advance(openLadder(id, opening), knock).snapshot;
};
const notes = Array.from({ length: 10 }, (_, index) => ({
  ...{ type: 'note', id: `n${index}`, at: plus(at(date, '10:00'), index), by: PersonId.parse('li') },
  ...{ text: 'the tricycle is gone', seenAt: null },
})) as readonly {
  readonly type: 'note';
  readonly id: string;
  readonly at: Instant;
  readonly by: PersonId;
  readonly text: string;
  readonly seenAt: null;
}[];
const ladderWork = (): void => {
  for (let index = 0; index < 200; index += 1) {
    let ladder = ladderOf(`l${index}`);
    for (const note of notes) ladder = advance(ladder, note).snapshot;
  }
};
ladderWork();
tell('ladders of 11 events each', (200 * 11) / measured(ladderWork), 'events/s');

const sleepers = ['2020-03-30', '2020-03-31'].map(
  (day) => advance(openCycle(duowen2020, LocalDate.parse(day)), { type: 'tick', id: 'tick', at: at(date, '12:00') }).snapshot,
);
const repeats = 200;
const outages = [1, 7, 30, 90].map((days) => {
  const now = plus(at(date, '12:00'), days * 24 * 60 * MINUTE);
  const cost = measured(() => {
    for (let index = 0; index < repeats; index += 1) cyclesAfterSilence(sleepers, now, () => duowen2020);
  });
  tell(`catch-up of a community after ${days} days`, (cost / repeats) * 1000, 'ms', 2);
  return cost / days;
});
tell('... cost of a day in an outage of 90 against one of 7', outages[3]! / outages[1]!, '', 2);
const closed = plus(at(date, '12:00'), 40 * 24 * 60 * MINUTE);
const oneCycle = measured(() => {
  for (let index = 0; index < repeats; index += 1) catchUp(sleepers[0]!, closed);
});
tell('catch-up of one cycle, a deadline', (oneCycle / repeats / catchUp(sleepers[0]!, closed).summary.deadlines) * 1e6, 'µs', 1);

/** Heap of as many as are kept open at once, each read back from its text as a host does. */
function bytesOf(kept: readonly string[]): number {
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const awake = kept.map((text) => {
    const read = wake(JSON.parse(text));
    if (!read.ok) throw new Error(read.reasons[0].code);
    return read.value;
  });
  globalThis.gc?.();
  const bytes = process.memoryUsage().heapUsed - before;
  return awake.length === kept.length ? bytes / kept.length : Number.NaN;
}
const someLines = lived(dayOf(40).slice(0, 20));
const kinds = [
  ['an open cycle with 10 demands', (index: number) => JSON.stringify({ ...someLines, id: `cycle:${index}` })],
  ['a ladder on its first rung', (index: number) => JSON.stringify(ladderOf(`l${index}`))],
] as const;
for (const [what, make] of kinds) {
  const texts = Array.from({ length: instances }, (_, index) => make(index));
  tell(`${what}: JSON`, texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / instances, 'bytes');
  tell(`... heap of one of ${instances}`, bytesOf(texts), 'bytes');
}
const text = JSON.stringify(someLines);
const reading = measured(() => {
  for (let index = 0; index < 1000; index += 1) wake(JSON.parse(text));
});
tell('... to read it back and check it', (reading / 1000) * 1e6, 'µs');

const machine = `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, Node.js ${process.version}`;
console.error(machine);
if (values.write) {
  const page = new URL('../../../docs/benchmarks/windows.md', import.meta.url);
  const table = ['| figure | value |', '| --- | ---: |', ...rows.map(({ figure, value }) => `| ${figure} | ${value} |`)].join(
    '\n',
  );
  const [head = '', tail = ''] = readFileSync(page, 'utf8').split(/<!-- begin -->[\s\S]*<!-- end -->/);
  writeFileSync(
    page,
    `${head}<!-- begin -->\n${machine}. Processor time, the median of ${rounds} runs.\n\n${table}\n<!-- end -->${tail}`,
  );
}
