import { describe, expect, it } from 'vitest';
import { catchUp, duowen2020, explain, openCycle, wake } from '../../src/index.ts';
import { at, day, named, play, wants } from '../days.ts';

const noon = at('2020-03-30 12:00');
const { snapshot: cycle } = play(openCycle(duowen2020, day('2020-03-30')), wants('rice', noon), named('rice', 'li', noon));
const stored = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** The same cycle as version 1 wrote it down, in the spring of this library. */
const { facts, format: _, id: __, ...rest } = cycle;
const { nextDate: ___, ...known } = facts;
const version1 = { format: 'linli-cycle-state/1', ...rest, ...known };

describe('W-11: snapshots are versioned and brought up', () => {
  it('reads its own back as it was', () => {
    expect(wake(stored(cycle))).toEqual({ ok: true, value: cycle, reasons: [] });
  });

  it('brings a cycle of version 1 up to this one, and goes on as if it had never slept', () => {
    const woken = wake(stored(version1), 'cycle');
    if (!woken.ok) throw new Error(woken.reasons[0].code);
    expect(woken.value).toEqual(cycle);
    const now = at('2020-03-31 16:00');
    expect(catchUp(woken.value, now)).toEqual(catchUp(cycle, now));
  });

  it('refuses what it cannot read, says where, and repairs nothing', () => {
    const codeOf = (kept: unknown): string => {
      const woken = wake(kept);
      return woken.ok ? 'ok' : `${woken.reasons[0].code} ${woken.reasons[0].data?.['path']}`;
    };
    for (const kept of [null, 7, [], 'rice', {}, { format: 'linli-toString-state/1' }, { format: 'linli-cycle/1' }])
      expect(codeOf(kept)).toBe('snapshot/not-one format');
    expect(codeOf({ ...cycle, format: 'linli-cycle-state/99' })).toBe('snapshot/newer-format format');
    expect(wake(cycle, 'visit')).toMatchObject({ ok: false, reasons: [{ code: 'snapshot/not-one' }] });
    expect(codeOf({ ...cycle, state: 'asleep' })).toBe('snapshot/malformed state');
    expect(codeOf({ ...cycle, facts: { ...facts, passed: -1 } })).toBe('snapshot/malformed facts.passed');
    expect(codeOf({ ...version1, lines: 'none' })).toBe('snapshot/migration-broken facts.lines');
    expect(codeOf({ format: 'linli-cycle-state/1' })).toBe('snapshot/migration-broken ');
    const newer = wake({ ...cycle, format: 'linli-cycle-state/99' });
    expect(newer.ok || explain(newer.reasons[0], 'zh')).toBe('format：记录的格式 linli-cycle-state/99 比这个版本新，请先升级。');
  });
});
