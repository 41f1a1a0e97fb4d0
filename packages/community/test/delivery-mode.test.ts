import { LocalDate } from '@linli/model';
import { beforeAll, describe, expect, it } from 'vitest';
import { deliveryMode } from '../src/day/delivery-mode.ts';
import type { Rules } from '../src/index.ts';
import { bornOn, duowenRules, resident, today } from './small-community.ts';

let rules: Rules;
beforeAll(async () => {
  rules = await duowenRules();
});
const choice = (fields: Parameters<typeof resident>[1], on = today) => {
  const { mode, reasons } = deliveryMode(resident('r1', fields), rules.catalogue, on);
  return [mode, ...reasons.map(({ code }) => code)];
};

describe('D-33, D-34: to the door or picked up', () => {
  it('79 years and 364 days picks up; on the 80th birthday it is brought', () => {
    const birth = bornOn('1946-11-24');
    expect(choice({ birth }, LocalDate.parse('2026-11-23'))).toEqual(['pickup', 'pickup/ordinary']);
    expect(choice({ birth }, LocalDate.parse('2026-11-24'))).toEqual(['door', 'door/age']);
  });

  it('every level of self-care and every kind of hardship on its side of the rule', () => {
    const bySelfCare = (['independent', 'mild', 'moderate', 'severe'] as const).map((selfCare) => choice({ selfCare })[0]);
    expect(bySelfCare).toEqual(['pickup', 'door', 'door', 'door']);
    const byHardship = ['minimum-income', 'low-income', 'disability-4', 'disability-3', 'disability-1'].map(
      (code) => choice({ hardship: [code] })[0],
    );
    expect(byHardship).toEqual(['pickup', 'pickup', 'pickup', 'door', 'door']);
  });

  it('what nobody knows counts as special, and says so', () => {
    expect(choice({ birth: null })).toEqual(['door', 'door/age-unknown']);
    expect(choice({ selfCare: null })).toEqual(['door', 'door/self-care-unknown']);
  });

  it('all reasons are given, in order', () => {
    expect(choice({ birth: bornOn('1930-01-01'), selfCare: 'severe', hardship: ['disability-2'] })).toEqual([
      'door',
      'door/age',
      'door/self-care',
      'door/hardship',
    ]);
  });

  it('who wants nobody at the door is not visited, whatever else holds', () => {
    expect(choice({ birth: bornOn('1930-01-01'), approach: ['no-home-visits'] })).toEqual(['pickup', 'pickup/no-home-visits']);
  });
});
