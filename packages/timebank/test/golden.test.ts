import { addDays, instantAt, PersonId, ServiceId, ServiceRecord, WallTime } from '@linli/model';
import { describe, expect, it } from 'vitest';
import { creditAll } from '../src/credit-all.ts';
import { emptyHistory } from '../src/credit-history.ts';
import { give } from '../src/give.ts';
import { expiresAtOf } from '../src/ledger/expiry-date.ts';
import { honourOf } from '../src/ledger/honours.ts';
import type { TimeBankPack } from '../src/pack/time-bank-pack.ts';
import { presets } from '../src/presets.ts';
import { redeem } from '../src/redeem.ts';
import { factsOf, goldens } from './golden-file.ts';

const helperId = PersonId.parse('p-1');
const servedId = PersonId.parse('p-2');
const codesOf = ({ reasons }: { readonly reasons: readonly { readonly code: string }[] }) => reasons.map(({ code }) => code);

it('every preset has its golden examples', () => {
  expect(goldens.map(({ pack }) => pack).sort()).toEqual(Object.keys(presets).sort());
  for (const { pack, credit, redeem: redeems, give: gives, ledger, honours } of goldens) {
    expect(credit.length + redeems.length + gives.length + ledger.length + honours.length, pack).toBeGreaterThan(0);
  }
});

it.each(Object.entries(presets))('%s says where it comes from, and what is assumed', (id, pack) => {
  expect(pack.id).toBe(id);
  expect(pack.source.title).toMatch(/Assumed: |assumed/);
  expect(pack.source.confidence).toBe(id === 'duowen' ? 'assumed' : id === 'komunitin-credit' ? 'read' : 'reported');
});

// What only its ledger shows is in golden.ledger.test.ts.
const spoken = goldens.filter(
  ({ credit, redeem: redeems, give: gives, honours }) => [credit, redeems, gives, honours].flat().length > 0,
);

describe.each(spoken)('$pack', (golden) => {
  const pack: TimeBankPack = presets[golden.pack];
  const { zone } = golden;

  it.each(golden.credit)('credits: $name', (example) => {
    const { helper, beneficiary, serviceMarks, beforeHours, times, services, expect: expected, totalHours } = example;
    const [first, ...others] = services;
    const repeated = Array.from({ length: times }, (_, day) => ({ ...first!, date: addDays(first!.date, day) }));
    const records = [...repeated, ...others].map(({ date, from, until, category, evidence }, index) =>
      ServiceRecord.parse({
        id: `s-${index}`,
        helperId,
        category,
        evidence,
        from: instantAt(date, from, zone),
        until: instantAt(date, until, zone),
        beneficiary: beneficiary === undefined ? { kind: 'public' } : { kind: 'person', personId: servedId },
      }),
    );
    const history = { ...emptyHistory, earlierSeconds: beforeHours * 3600 };
    const decisions = creditAll(records, pack.credit!, new Map([[helperId, { ...factsOf(helper), history }]]), zone, {
      beneficiaries: new Map(beneficiary === undefined ? [] : [[servedId, factsOf(beneficiary)]]),
      services: new Map(records.map(({ id }) => [ServiceId.parse(id), { marks: serviceMarks ?? [] }])),
    });
    const told = decisions.slice(-expected.length).map((decision, index) => {
      if (!decision.ok) return { refused: codesOf(decision) };
      const { units, poolUnits } = decision.value;
      return 'poolUnits' in expected[index]! ? { units, poolUnits } : { units };
    });
    expect(told).toEqual(expected);
    const seconds = decisions.reduce((sum, decision) => sum + (decision.ok ? decision.value.seconds : 0), 0);
    if (totalHours !== undefined) expect(beforeHours + seconds / 3600).toBe(totalHours);
  });

  it.each(golden.redeem)('redeems: $name', ({ name: _, holder, recipientFacts, expect: expected, offer, ...asked }) => {
    const standard = pack.exchange!;
    const { balanceUnits, earnedUnits, holder: kind, isMember, ...person } = holder;
    const decision = redeem(
      {
        ...asked,
        offer: offer ?? standard.offers[0]!.code,
        recipientFacts: recipientFacts === undefined ? null : factsOf(recipientFacts),
      },
      standard,
      {
        ...factsOf(person),
        ...{ balanceUnits, earnedUnits },
        ...(kind === undefined ? {} : { holder: kind }),
        ...(isMember === undefined ? {} : { isMember }),
      },
    );
    if (!decision.ok) {
      expect({ refused: codesOf(decision) }).toEqual(expected);
      return;
    }
    const { units, gives, donation } = decision.value;
    expect({ units, ...(gives === null ? {} : { gives }), ...(donation === null ? {} : { donation }) }).toEqual(expected);
  });

  it.each(golden.give)('gives: $name', ({ name: _, holder, recipientFacts, expect: expected, ...asked }) => {
    const { balanceUnits, earnedUnits, holder: kind, isMember: __, ...person } = holder;
    const request = recipientFacts === undefined ? asked : { ...asked, recipientFacts: factsOf(recipientFacts) };
    const facts = { ...factsOf(person), balanceUnits, earnedUnits, ...(kind === undefined ? {} : { holder: kind }) };
    const decision = give(request, pack.exchange!, facts);
    expect(decision.ok ? { units: decision.value.units } : { refused: codesOf(decision) }).toEqual(expected);
  });

  it.each(golden.expires)('expires R-24: earned on $earned, gone on $gone', ({ earned, gone }) => {
    const morning = WallTime.parse('09:00');
    const midnight = WallTime.parse('00:00');
    expect(expiresAtOf(pack.accounts, instantAt(earned, morning, zone), zone)).toBe(instantAt(gone, midnight, zone));
  });

  it.each(golden.honours)('honours R-33: $hours h are $star star(s)', ({ hours, star }) => {
    const units = Math.round((hours * 3600) / (pack.unit.asset === 'second' ? 1 : pack.unit.scaleSeconds));
    expect(honourOf(pack.accounts.honours!, units, pack.unit).star).toBe(star);
  });
});
