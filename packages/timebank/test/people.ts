import { addDays, Birth, LocalDate, PersonId, ServiceRecord, Zone } from '@linli/model';
import type { Candidate } from '../src/credit-all.ts';
import { CreditStandard } from '../src/pack/credit-standard.ts';

/** 2026-11-23 00:00 in Asia/Shanghai, a Monday. */
const midnight = Date.UTC(2026, 10, 22, 16);
export const shanghai = Zone.parse('Asia/Shanghai');
export const monday = LocalDate.parse('2026-11-23');
const minute = 60_000;

export const bornOn = (date: string): Birth => {
  const from = LocalDate.parse(date);
  return Birth.parse({ from, until: addDays(from, 1), precision: 'day' });
};

export const wang = PersonId.parse('p-wang');
export const neighbour: Candidate = { role: 'neighbour', sex: 'female', birth: bornOn('1960-05-01') };

/** A service of Wang's on the Monday, from and until in minutes after midnight. */
export const served = (
  id: string,
  fromMinutes: number,
  untilMinutes: number,
  fields: Readonly<Record<string, unknown>> = {},
): ServiceRecord =>
  ServiceRecord.parse({
    id,
    helperId: wang,
    category: 'care.meal',
    from: midnight + fromMinutes * minute,
    until: midnight + untilMinutes * minute,
    beneficiary: { kind: 'person', personId: 'p-li' },
    evidence: ['sign-in-out', 'beneficiary'],
    ...fields,
  });

/** A made-up standard in whole seconds; no community has adopted it. */
export const packOf = (steps: readonly unknown[], fields: Readonly<Record<string, unknown>> = {}): CreditStandard =>
  CreditStandard.parse({
    format: 'linli-credit-standard/2',
    id: 'test',
    edition: 1,
    effective: { from: '2026-01-01' },
    name: { zh: '测试', en: 'test' },
    source: { title: 'made up for this test', confidence: 'assumed' },
    unit: { asset: 'second', scaleSeconds: 3600, words: { zh: '时间币', en: 'coins' } },
    steps,
    ...fields,
  });
