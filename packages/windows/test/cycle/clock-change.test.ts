import { Zone } from '@linli/model';
import { describe, expect, it } from 'vitest';
import { type CycleDefinition, duowen2020, phaseSpans, unclearEdges } from '../../src/index.ts';
import { day } from '../days.ts';

/** A night shift whose phases begin inside the hours that Berlin skips and repeats. */
const night = (clockChange: 'compatible' | 'earlier' | 'later'): CycleDefinition => ({
  ...duowen2020,
  zone: Zone.parse('Europe/Berlin'),
  clockChange,
  phases: duowen2020.phases.map((phase) =>
    phase.id === 'collect' ? { ...phase, from: '02:30', until: '02:30' } : phase,
  ) as unknown as CycleDefinition['phases'],
});
const cutOff = (definition: CycleDefinition, date: string): string =>
  new Date(phaseSpans(definition, day(date))[0]!.span.until).toISOString().slice(11, 16);

describe('W-10: wall times that a clock change skips or repeats', () => {
  it('02:30 of 29 March 2026 does not exist: after the change, or before it, as the definition says', () => {
    // The clock goes from 02:00 (01:00 UTC) to 03:00.
    expect(cutOff(night('compatible'), '2026-03-29')).toBe('01:30');
    expect(cutOff(night('later'), '2026-03-29')).toBe('01:30');
    expect(cutOff(night('earlier'), '2026-03-29')).toBe('00:30');
  });

  it('02:30 of 25 October 2026 comes twice: the first time, or the second', () => {
    expect(cutOff(night('compatible'), '2026-10-25')).toBe('00:30');
    expect(cutOff(night('earlier'), '2026-10-25')).toBe('00:30');
    expect(cutOff(night('later'), '2026-10-25')).toBe('01:30');
  });

  it('every such edge is said beforehand, so that people can be told', () => {
    const edges = unclearEdges(night('compatible'), day('2026-03-01'), day('2026-12-01'));
    expect(edges.map(({ date, phase, edge, is, time }) => [date, phase, edge, is, time])).toEqual([
      ['2026-03-29', 'collect', 'ends', 'skipped', '02:30'],
      ['2026-03-30', 'collect', 'opens', 'skipped', '02:30'],
      ['2026-10-25', 'collect', 'ends', 'repeated', '02:30'],
      ['2026-10-26', 'collect', 'opens', 'repeated', '02:30'],
    ]);
    expect(unclearEdges(duowen2020, day('2026-01-01'), day('2027-01-01'))).toEqual([]);
  });
});
