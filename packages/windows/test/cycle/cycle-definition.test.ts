import { describe, expect, it } from 'vitest';
import preset from '../../src/cycle/presets/duowen-2020.json' with { type: 'json' };
import { duowen2020, parseCycleDefinition } from '../../src/index.ts';

type Phases = typeof preset.phases;
const variant = (change: (phases: Phases) => unknown): unknown => {
  const copy = structuredClone(preset);
  return { ...copy, phases: change(copy.phases) };
};
const refusals = (input: unknown): readonly (string | number | undefined)[] => {
  const answer = parseCycleDefinition(input);
  return answer.ok ? [] : answer.reasons.map(({ code, data }) => `${code} ${data?.['path']}`);
};
const with0 = (index: number, part: Partial<Phases[number]>) =>
  variant((phases) => phases.map((phase, at) => (at === index ? { ...phase, ...part } : phase)));

describe('CycleDefinition (W-01, D-79)', () => {
  it('takes the preset as it is shipped', () => {
    expect(parseCycleDefinition(preset)).toEqual({ ok: true, value: duowen2020, reasons: [] });
  });

  it('takes a day without execution, and one whose cut-off is midnight', () => {
    expect(refusals(variant((phases) => phases.filter(({ id }) => id !== 'execute')))).toEqual([]);
    // Collected all day long until 24:00 of day 0, assigned from then on: 00:00 of day +1.
    const midnight = variant(([collect, assign, ...rest]) => [
      { ...collect, dayOffset: 0, from: '00:00', until: '24:00' },
      { ...assign, dayOffset: 1, from: '00:00', until: '02:00' },
      ...rest,
    ]);
    expect(refusals(midnight)).toEqual([]);
  });

  it('refuses, with the path, what overlaps, stands out of order or is missing', () => {
    // 15:59 is before the collection ends at 16:00; equal edges touch and do not overlap.
    expect(refusals(with0(1, { from: '15:59' }))).toEqual(['definition/phases-overlap phases.1.from']);
    expect(refusals(with0(1, { from: '16:00' }))).toEqual([]);
    expect(refusals(variant((phases) => [phases[0], phases[2], phases[1], phases[3]]))).toEqual([
      'definition/phases-out-of-order phases.2.id',
      'definition/phases-overlap phases.2.from',
    ]);
    expect(refusals(variant((phases) => [phases[0], phases[2], phases[3]]))).toEqual(['definition/phase-missing phases']);
  });

  it('refuses a collection that does not end on day 0 or takes nothing in', () => {
    expect(refusals(with0(0, { from: '08:00' }))).toEqual(['definition/collection-not-on-day-0 phases.0.until']);
    expect(refusals(with0(0, { onDemand: 'reject' }))).toEqual(['definition/collection-takes-nothing phases.0.onDemand']);
  });

  it('refuses an unknown field, a wall time that is none and a zone that is none', () => {
    expect(refusals({ ...preset, colour: 'red' })).toEqual(['definition/malformed ']);
    expect(refusals(with0(2, { from: '8:30' }))).toEqual(['definition/malformed phases.2.from']);
    expect(refusals({ ...preset, zone: 'Asia/Wuhan' })).toEqual(['definition/malformed zone']);
  });
});
