import { say } from '@linli/model';
import { describe, expect, it } from 'vitest';
import { CycleState, LineState, type WindowsCode, windowsTexts } from '../src/index.ts';

describe('windowsTexts (D-70)', () => {
  it('has words in both languages for every code, with the same blanks to fill', () => {
    for (const [code, { zh, en }] of Object.entries(windowsTexts)) {
      const blanks = (text: string): readonly string[] =>
        [...new Set([...text.matchAll(/\{\w+\}/g)].map(([blank]) => blank.replace('messageZh', 'message')))].sort();
      expect(zh, code).toMatch(/[一-龥]/);
      expect(en, code).toMatch(/[a-z]/);
      expect(blanks(zh), code).toEqual(blanks(en));
    }
  });

  it('names every state of a cycle and of a line', () => {
    const names: readonly WindowsCode[] = [
      ...CycleState.options.map((state) => `cycle-state/${state}` as const),
      ...LineState.options.map((state) => `line-state/${state}` as const),
    ];
    for (const name of names) expect(windowsTexts[name].zh, name).not.toBe('');
  });

  it('says a deferral as a social worker would', () => {
    const reason = { code: 'demand/after-cut-off', data: { demandId: 'oil', toDate: '2020-03-31' } };
    expect(say(windowsTexts, reason, 'zh')).toBe('已过截止时间，列入 2020-03-31 这一轮。');
  });
});
