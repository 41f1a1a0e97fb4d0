import { readdirSync, readFileSync } from 'node:fs';
import { instantAt, LocalDate, PersonId, ServiceRecord, Sex, WallTime, Zone } from '@linli/model';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { creditAll } from '../src/credit-all.ts';
import { emptyHistory } from '../src/credit-history.ts';
import { presets } from '../src/presets.ts';
import { redeem } from '../src/redeem.ts';
import { bornOn } from './people.ts';

const Expected = z.union([
  z.strictObject({ units: z.int().nonnegative() }),
  z.strictObject({ refused: z.array(z.string()).min(1) }),
]);
const Golden = z.strictObject({
  pack: z.string(),
  zone: Zone,
  source: z.string().min(1),
  confidence: z.enum(['read', 'reported', 'assumed']),
  credit: z
    .array(
      z.strictObject({
        name: z.string(),
        helper: z.strictObject({ sex: Sex, born: z.string() }).default({ sex: 'female', born: '1955-01-01' }),
        beforeHours: z.number().default(0),
        services: z.array(
          z.strictObject({ date: LocalDate, from: WallTime, until: WallTime, category: z.string().default('care.meal') }),
        ),
        expect: z.array(Expected),
        totalHours: z.number(),
      }),
    )
    .min(1),
  redeem: z.array(z.strictObject({ name: z.string(), earnedUnits: z.int(), expect: Expected })),
});

const folder = new URL('golden/', import.meta.url);
const goldens = readdirSync(folder).map((name) => Golden.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))));
const helperId = PersonId.parse('p-1');
const told = (decision: { ok: boolean; reasons: readonly { code: string }[] }, units: number) =>
  decision.ok ? { units } : { refused: decision.reasons.map(({ code }) => code) };

it('every preset has its golden examples', () => {
  expect(goldens.map(({ pack }) => pack).sort()).toEqual(Object.keys(presets.credit).sort());
});

describe.each(goldens)('$pack', (golden) => {
  const pack = Object.entries(presets.credit).find(([id]) => id === golden.pack)![1];

  it.each(golden.credit)('credits: $name', ({ helper, beforeHours, services, expect: expected, totalHours }) => {
    const records = services.map(({ date, from, until, category }, index) =>
      ServiceRecord.parse({
        id: `s-${index}`,
        helperId,
        category,
        from: instantAt(date, from, golden.zone),
        until: instantAt(date, until, golden.zone),
        beneficiary: { kind: 'public' },
        evidence: [],
      }),
    );
    const history = { ...emptyHistory, lifeSeconds: beforeHours * 3600 };
    const people = new Map([[helperId, { role: 'neighbour', sex: helper.sex, birth: bornOn(helper.born), history }]]);
    const decisions = creditAll(records, pack, people, golden.zone);
    expect(decisions.map((decision) => told(decision, decision.ok ? decision.value.units : 0))).toEqual(expected);
    const seconds = decisions.reduce((sum, decision) => sum + (decision.ok ? decision.value.seconds : 0), 0);
    expect((history.lifeSeconds + seconds) / 3600).toBe(totalHours);
  });

  it.each(golden.redeem)('redeems: $name', ({ earnedUnits, expect: expected }) => {
    const standard = Object.entries(presets.exchange).find(([id]) => id === golden.pack)![1];
    const request = { offer: standard.offers[0]!.code, quantity: 1, recipient: 'self', date: LocalDate.parse('2019-09-02') };
    const facts = { birth: null, hardship: [], balanceUnits: earnedUnits, earnedUnits };
    const decision = redeem(request, standard, facts);
    expect(told(decision, decision.ok ? decision.value.units : 0)).toEqual(expected);
  });
});
