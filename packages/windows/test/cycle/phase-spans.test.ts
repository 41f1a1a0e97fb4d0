import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { addDays, contains, type Instant, Zone } from '@linli/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import preset from '../../src/cycle/presets/duowen-2020.json' with { type: 'json' };
import { type CycleDefinition, cycleDateOf, duowen2020, parseCycleDefinition, phaseSpans } from '../../src/index.ts';
import { at, day } from '../days.ts';

const HOUR = 3_600_000;
const inZone = (zone: string): CycleDefinition => ({ ...duowen2020, zone: Zone.parse(zone) });
const hours = (definition: CycleDefinition, date: string): readonly string[] =>
  phaseSpans(definition, day(date)).map(({ phase, span }) => `${phase} ${(span.until - span.from) / HOUR}`);

describe('phaseSpans', () => {
  it('D-29 D-30 D-31 D-37a: lays out the day of Duowen, idle gaps by name', () => {
    expect(phaseSpans(duowen2020, day('2020-03-30'))).toEqual([
      { phase: 'collect', span: { from: at('2020-03-29 16:00'), until: at('2020-03-30 16:00') } },
      { phase: 'assign', span: { from: at('2020-03-30 16:00'), until: at('2020-03-30 17:30') } },
      { phase: 'after-assign', span: { from: at('2020-03-30 17:30'), until: at('2020-03-31 08:30') } },
      { phase: 'execute', span: { from: at('2020-03-31 08:30'), until: at('2020-03-31 12:00') } },
      { phase: 'after-execute', span: { from: at('2020-03-31 12:00'), until: at('2020-03-31 13:00') } },
      { phase: 'deliver', span: { from: at('2020-03-31 13:00'), until: at('2020-03-31 16:00') } },
    ]);
    // 16:00 in Wuhan is 08:00 UTC.
    expect(at('2020-03-30 16:00')).toBe(Date.UTC(2020, 2, 30, 8));
  });

  it('W-10: in Berlin the collection over the spring change has 23 hours and over the autumn change 25', () => {
    const berlin = inZone('Europe/Berlin');
    expect(hours(berlin, '2026-03-28')[0]).toBe('collect 24');
    expect(hours(berlin, '2026-03-29')[0]).toBe('collect 23');
    expect(hours(berlin, '2026-10-25')[0]).toBe('collect 25');
    // The wall still says 16:00: 15:00 UTC in winter, 14:00 UTC in summer.
    expect(phaseSpans(berlin, day('2026-03-28'))[0]?.span.until).toBe(Date.UTC(2026, 2, 28, 15));
    expect(phaseSpans(berlin, day('2026-03-29'))[0]?.span.until).toBe(Date.UTC(2026, 2, 29, 14));
    // The night of the change between assigning (17:30) and the work (08:30): 15 hours, less one.
    expect(hours(berlin, '2026-03-28')[2]).toBe('after-assign 14');
  });

  it('W-10: a phase inside the hour a spring change skips shrinks to nothing and never turns round', () => {
    const night = parseCycleDefinition({
      ...preset,
      zone: 'Europe/Berlin',
      phases: [
        { ...preset.phases[0], dayOffset: -1, from: '02:30', until: '02:30' },
        { ...preset.phases[1], dayOffset: 0, from: '02:30', until: '03:00' },
        { ...preset.phases[3], dayOffset: 0, from: '03:00', until: '06:00' },
      ],
    });
    if (!night.ok) throw new Error(night.reasons[0].code);
    // 02:30 does not exist and is 03:30 (01:30 UTC); 03:00 (01:00 UTC) would lie before it.
    const change = Date.UTC(2026, 2, 29, 1, 30);
    expect(phaseSpans(night.value, day('2026-03-29')).map(({ phase, span }) => [phase, span.from, span.until])).toEqual([
      ['collect', Date.UTC(2026, 2, 28, 1, 30), change],
      ['assign', change, change],
      ['deliver', change, Date.UTC(2026, 2, 29, 4)],
    ]);
  });
});

describe('cycleDateOf', () => {
  it('D-29: 15:59:59.999 is today, 16:00:00.000 is tomorrow', () => {
    expect(cycleDateOf(duowen2020, at('2020-03-30 16:00', -1))).toBe('2020-03-30');
    expect(cycleDateOf(duowen2020, at('2020-03-30 16:00'))).toBe('2020-03-31');
  });

  it('D-37a: the idle hours, at noon and at night, belong to the cycle that collects', () => {
    expect(cycleDateOf(duowen2020, at('2020-03-30 12:30'))).toBe('2020-03-30');
    expect(cycleDateOf(duowen2020, at('2020-03-30 23:00'))).toBe('2020-03-31');
    expect(cycleDateOf(duowen2020, at('2020-03-31 03:00'))).toBe('2020-03-31');
  });

  it('between two collections it is the one that opens next', () => {
    const office = parseCycleDefinition({
      ...preset,
      phases: [{ ...preset.phases[0], dayOffset: 0, from: '08:00', until: '16:00' }, ...preset.phases.slice(1)],
    });
    if (!office.ok) throw new Error(office.reasons[0].code);
    expect(cycleDateOf(office.value, at('2020-03-30 20:00'))).toBe('2020-03-31');
  });

  it('W-10 law: in every zone the collections tile: each instant lies in the collection of its own date', () => {
    const zones = ['Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia', 'Asia/Kolkata'];
    const instants = fc.integer({ min: Date.UTC(2009, 0, 1), max: Date.UTC(2030, 0, 1) });
    fc.assert(
      fc.property(fc.constantFrom(...zones), instants, (zone, ms) => {
        const definition = inZone(zone);
        const date = cycleDateOf(definition, ms as Instant);
        const collection = (offset: number) => phaseSpans(definition, addDays(date, offset))[0]!.span;
        expect(contains(collection(0), ms as Instant)).toBe(true);
        expect(collection(-1).until).toBe(collection(0).from);
        expect(collection(1).from).toBe(collection(0).until);
      }),
      { seed: 20200330, numRuns: 400 },
    );
  });
});

describe('D-75: the windows are those of the community, wherever the host stands', () => {
  const dates = ['2020-03-30', '2026-03-29', '2026-04-05', '2026-10-04', '2026-10-25', '1988-04-17'].map(day);
  const zones = ['Asia/Shanghai', 'Europe/Berlin', 'Australia/Lord_Howe'];
  const program = `
    import { duowen2020, phaseSpans } from '@linli/windows';
    const [dates, zones] = ${JSON.stringify([dates, zones])};
    console.log(JSON.stringify(zones.map((zone) => dates.map((date) => phaseSpans({ ...duowen2020, zone }, date)))));`;
  const here = zones.map((zone) => dates.map((date) => phaseSpans(inZone(zone), date)));

  it.each(['UTC', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe'])('host in %s', { timeout: 240_000 }, (TZ) => {
    const answer = execFileSync(process.execPath, ['--conditions=@linli/source', '--input-type=module', '-e', program], {
      cwd: fileURLToPath(new URL('../..', import.meta.url)),
      env: { ...process.env, TZ },
      encoding: 'utf8',
    });
    expect(JSON.parse(answer)).toEqual(here);
    // 30 March 2020, 16:00 in Wuhan, is 08:00 UTC.
    expect(JSON.parse(answer)[0][0][0].span.until).toBe(Date.UTC(2020, 2, 30, 8));
  });
});
