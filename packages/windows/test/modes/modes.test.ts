import { addDays, type Instant, PersonId } from '@linli/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CommunityModes,
  cycleDateIn,
  cycleDefinitionOn,
  duowenModes,
  type ModeSwitch,
  modeAt,
  parseCommunityModes,
  phaseSpans,
  switchMode,
} from '../../src/index.ts';
import { at, day } from '../days.ts';

const by = PersonId.parse('secretary-zhou');
const lockdown: ModeSwitch = { at: at('2020-01-23 10:00'), mode: 'lockdown', by, reason: 'notice of the city, 23 January' };

describe('D-26 D-76: rules that change by date', () => {
  it('D-26: the switch swaps the rules from its very instant on', () => {
    const before = modeAt(duowenModes, [lockdown], at('2020-01-23 10:00', -1));
    const after = modeAt(duowenModes, [lockdown], at('2020-01-23 10:00'));
    expect([before.id, before.selfPickUp, before.doorEntry]).toEqual(['normal', true, true]);
    expect([after.id, after.selfPickUp, after.doorEntry]).toEqual(['lockdown', false, false]);
  });

  it('D-76: a cycle that was collecting when the switch came keeps the rules it began with', () => {
    // The cycle of the 23rd collects since 16:00 of the 22nd; the one of the 24th opens after the switch.
    expect(cycleDefinitionOn(duowenModes, [lockdown], day('2020-01-23')).id).toBe('duowen-normal');
    expect(cycleDefinitionOn(duowenModes, [lockdown], day('2020-01-24')).id).toBe('duowen-2020');
    const atTheOpening = { ...lockdown, at: at('2020-01-22 16:00') };
    expect(cycleDefinitionOn(duowenModes, [atTheOpening], day('2020-01-23')).id).toBe('duowen-2020');
    const after = { ...lockdown, at: at('2020-01-22 16:00', 1) };
    expect(cycleDefinitionOn(duowenModes, [after], day('2020-01-23')).id).toBe('duowen-normal');
  });

  it('keeps who switched, when and why; refuses the past, the unknown, and what holds already', () => {
    const now = at('2020-01-23 09:00');
    const once = switchMode(duowenModes, [], lockdown, now);
    expect(once).toEqual({ ok: true, value: [lockdown], reasons: [{ code: 'mode/switched', data: { mode: 'lockdown' } }] });
    const codeOf = (next: ModeSwitch, when = now): string => {
      const decision = switchMode(duowenModes, [lockdown], next, when);
      return decision.reasons[0]?.code ?? '';
    };
    expect(codeOf({ ...lockdown, mode: 'siesta' })).toBe('mode/unknown');
    expect(codeOf({ ...lockdown, mode: 'normal' }, at('2020-01-23 10:00', 1))).toBe('mode/in-the-past');
    expect(codeOf({ ...lockdown, at: at('2020-02-01 08:00') })).toBe('mode/holds-already');
    expect(codeOf({ ...lockdown, mode: 'normal', at: at('2020-04-08 00:00') })).toBe('mode/switched');
  });

  it('names every flaw of modes with its path', () => {
    const [normal] = duowenModes.modes;
    const flaws = (input: unknown): readonly unknown[] => {
      const parsed = parseCommunityModes(input);
      return parsed.ok ? [] : parsed.reasons.map(({ code, data }) => `${code} ${data?.['path']}`);
    };
    expect(flaws(duowenModes)).toEqual([]);
    expect(flaws({ ...duowenModes, first: 'siesta', modes: [normal, normal] })).toEqual([
      'modes/unknown-first first',
      'modes/id-twice modes.1.id',
    ]);
    expect(flaws({ ...duowenModes, modes: [{ ...normal, doorEntry: 'yes' }] })).toEqual(['modes/malformed modes.0.doorEntry']);
  });

  it('whatever modes follow one another, every instant has one cycle, and no collection is left out', () => {
    // In this lockdown the collection ends at noon; in normal times at 16:00.
    const noon = duowenModes.modes[1]!.cycle.phases.map((phase) =>
      phase.id === 'collect' ? { ...phase, from: '12:00', until: '12:00' } : phase,
    );
    const modes = CommunityModes.parse({
      ...duowenModes,
      modes: [duowenModes.modes[0], { ...duowenModes.modes[1], cycle: { ...duowenModes.modes[1]!.cycle, phases: noon } }],
    });
    const start = at('2020-01-20 00:00');
    const hours = fc.uniqueArray(fc.integer({ min: 0, max: 24 * 20 }), { maxLength: 6 });
    fc.assert(
      fc.property(hours, fc.integer({ min: 0, max: 24 * 22 * 60 }), (flips, minute) => {
        const switches = flips
          .toSorted((a, b) => a - b)
          .map((hour, index) => ({
            ...lockdown,
            at: (start + hour * 3_600_000) as Instant,
            mode: index % 2 === 0 ? 'lockdown' : 'normal',
          }));
        const now = (start + minute * 60_000) as Instant;
        const date = cycleDateIn(modes, switches, now);
        const collection = (on: typeof date) => phaseSpans(cycleDefinitionOn(modes, switches, on), on)[0]!.span;
        expect(now).toBeLessThan(collection(date).until);
        expect(now).toBeGreaterThanOrEqual(collection(addDays(date, -1)).until);
      }),
      { seed: 26, numRuns: 300 },
    );
  });
});
