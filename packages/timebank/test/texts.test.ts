import { say } from '@linli/model';
import { describe, expect, it } from 'vitest';
import { amountLabel } from '../src/amount-label.ts';
import { presets } from '../src/presets.ts';
import { timebankTexts } from '../src/texts.ts';

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!.replace(/(Zh|En)$/, '')).sort();

describe('D-70: every code has its words in both languages', () => {
  it.each(Object.entries(timebankTexts))('%s', (_, { zh, en }) => {
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(en).toMatch(/[a-z]/);
    expect(placeholders(zh)).toEqual(placeholders(en));
  });
});

describe('amountLabel', () => {
  const capped = {
    code: 'credit/day-cap',
    data: { beforeSeconds: 5400, afterSeconds: 1800, capSeconds: 7200, alreadySeconds: 5400 },
  };

  it('says seconds in hours and minutes', () => {
    expect(say(timebankTexts, capped, 'zh', amountLabel('zh'))).toBe(
      '每天最多记 2 小时，当天已记 1 小时 30 分钟：1 小时 30 分钟 记为 30 分钟',
    );
    expect(amountLabel('en')('afterSeconds', 3661)).toBe('1 h 1 min 1 s');
    expect(amountLabel('en')('afterSeconds', 0)).toBe('0 min');
    expect(amountLabel('en')('poolSeconds', -60)).toBe('-1 min');
  });

  it('says units in the words of the standard, and leaves the rest alone', () => {
    const points = amountLabel('zh', presets['cn-guangzhou-2019'].unit);
    expect(points('balanceUnits', 99)).toBe('99 分');
    expect(amountLabel('en', presets['cn-guangzhou-2019'].unit)('units', 3)).toBe('3 points');
    expect(amountLabel('en', presets['ch-stgallen'].unit)('units', 5400)).toBe('1 h 30 min');
    expect([points('years', 60), amountLabel('zh')('units', 3)]).toEqual(['60', '3']);
    expect(points('category', 'care.meal')).toBe('care.meal');
  });
});
