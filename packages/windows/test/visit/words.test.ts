import { type Reason, say, type Texts } from '@linli/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callListTexts } from '../../src/call-list/call-list-texts.ts';
import { delivery } from '../../src/delivery/delivery.ts';
import { deliveryModeTexts } from '../../src/delivery/delivery-mode-texts.ts';
import { deliveryRuleTexts, deliveryWords } from '../../src/delivery/delivery-words.ts';
import { pickUp } from '../../src/pick-up/pick-up.ts';
import { pickUpPointTexts, pickUpWords } from '../../src/pick-up/pick-up-words.ts';
import type { ProcessTypes } from '../../src/process/process-types.ts';
import { purchaseTexts } from '../../src/purchase/purchase-texts.ts';
import { totalsTexts } from '../../src/totals/totals-texts.ts';
import { visit } from '../../src/visit/visit.ts';
import { visitRuleTexts, visitWords } from '../../src/visit/visit-words.ts';
import { deliveryEvents, groceries } from '../delivery/paths.ts';
import { pickUpEvents, rice } from '../pick-up/paths.ts';
import { haircut, visitEvents } from './paths.ts';
import { at } from './played.ts';
import { story, type Telling, tell } from './stories.ts';

const tables: readonly Texts[] = [
  visitWords,
  visitRuleTexts,
  deliveryWords,
  deliveryRuleTexts,
  deliveryModeTexts,
  pickUpWords,
  pickUpPointTexts,
  callListTexts,
  totalsTexts,
  purchaseTexts,
];

describe('D-70: the words of visits, deliveries, pick-ups, calls, totals and receipts', () => {
  it('stand in both languages, with the same blanks, and in one table only', () => {
    const codes = tables.flatMap((table) => Object.keys(table));
    expect(codes.filter((code, index) => codes.indexOf(code) < index)).toEqual([]);
    const blanks = (text: string) => [...new Set(text.replaceAll('messageZh', 'message').match(/\{\w+\}/g))].sort();
    for (const [code, { zh, en }] of tables.flatMap((table) => Object.entries(table))) {
      expect(zh, code).toMatch(/[一-龥]/);
      expect(en, code).toMatch(/[a-z]/);
      expect(blanks(zh), code).toEqual(blanks(en));
    }
  });

  it('W-15: no reason that is ever given leaves a blank', () => {
    const given = <T extends ProcessTypes>(telling: Telling<T>): readonly Reason[] =>
      fc
        .sample(story, { seed: 70, numRuns: 120 })
        .flatMap((tale) => tell(telling, tale).turns)
        .flatMap(({ step }) => [...step.reasons, ...step.passed.map(({ reason }) => reason)]);
    const own = [
      [
        visitWords,
        given({
          process: visit,
          facts: [haircut(), haircut({ helperId: null })],
          from: at('12:00'),
          preludes: [[]],
          events: visitEvents,
        }),
      ],
      [
        deliveryWords,
        given({ process: delivery, facts: [groceries()], from: at('11:00'), preludes: [[]], events: deliveryEvents }),
      ],
      [pickUpWords, given({ process: pickUp, facts: [rice()], from: at('12:00'), preludes: [[]], events: pickUpEvents })],
    ] as const;
    for (const [words, reasons] of own) {
      const told = reasons.filter(({ code }) => code in words);
      expect(new Set(told.map(({ code }) => code)).size).toBeGreaterThan(8);
      for (const reason of told)
        expect(say(words, reason, 'zh') + say(words, reason, 'en'), reason.code).not.toMatch(/\{|undefined|（）/);
    }
  });
});
