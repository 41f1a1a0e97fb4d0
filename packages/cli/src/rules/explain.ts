import { type Lang, localDateOf, spanSeconds, wallTimeOf } from '@linli/model';
import type { CreditStandard } from '@linli/timebank';
import { type Explained, explainAll, type ServiceList, stepWords } from '@linli/timebank/review';
import { creditWords, type SaidReason, spoken, timeWords } from './spoken.ts';

const outcomes = {
  'not-meant': { zh: '不适用', en: 'not meant' },
  passed: { zh: '通过', en: 'passed' },
  changed: { zh: '改变', en: 'changed' },
  refused: { zh: '拒绝', en: 'refused' },
} as const;

/** The shape of `rules explain --json` for one service. */
export interface ExplainedService {
  readonly serviceId: string;
  readonly helperId: string;
  readonly category: string;
  readonly date: string;
  readonly from: number;
  readonly until: number;
  readonly servedSeconds: number;
  readonly ok: boolean;
  readonly asset: string;
  readonly units: number;
  readonly poolUnits: number;
  readonly honourUnits: number;
  readonly seconds: number;
  readonly poolSeconds: number;
  readonly honourSeconds: number;
  readonly steps: readonly (Omit<Explained['steps'][number], 'reasons'> & {
    readonly words: { readonly zh: string; readonly en: string };
    readonly reasons: readonly SaidReason[];
  })[];
  readonly reasons: readonly SaidReason[];
}

const nothing = { units: 0, poolUnits: 0, honourUnits: 0, seconds: 0, poolSeconds: 0, honourSeconds: 0 } as const;

/** Every service step by step; only the one asked for, but judged among all the others. */
export function explanations(list: ServiceList, standard: CreditStandard, only: string | undefined): readonly ExplainedService[] {
  const { unit } = standard;
  return explainAll(list.records, standard, list.people, list.zone, list.facts)
    .filter(({ record }) => only === undefined || record.id === only)
    .map(({ record, decision, steps }) => {
      const { units, poolUnits, honourUnits, seconds, poolSeconds, honourSeconds } = decision.ok ? decision.value : nothing;
      return {
        serviceId: record.id,
        helperId: record.helperId,
        category: record.category,
        date: localDateOf(record.from, list.zone),
        from: record.from,
        until: record.until,
        servedSeconds: spanSeconds(record),
        ok: decision.ok,
        asset: unit.asset,
        ...{ units, poolUnits, honourUnits, seconds, poolSeconds, honourSeconds },
        steps: steps.map(({ reasons, ...step }) => ({
          ...step,
          words: stepWords(standard.steps[step.place - 1]!, unit),
          reasons: reasons.map((reason) => spoken(reason, unit)),
        })),
        reasons: decision.reasons.map((reason) => spoken(reason, unit)),
      };
    });
}

/** The same for people to read. */
export function explanationSheet(
  services: readonly ExplainedService[],
  standard: CreditStandard,
  list: ServiceList,
  lang: Lang,
): string {
  const { unit } = standard;
  const say = (zh: string, en: string): string => (lang === 'zh' ? zh : en);
  return services
    .map((one) => {
      const clock = (at: number): string => wallTimeOf(at as Parameters<typeof wallTimeOf>[0], list.zone);
      const head = `${one.serviceId}  ${one.helperId}  ${one.category}  ${one.date} ${clock(one.from)}–${clock(one.until)}  ${say('实际服务', 'served')} ${timeWords(one.servedSeconds, lang)}`;
      const steps = one.steps.flatMap(({ place, outcome, words, reasons }) => [
        `  ${String(place).padStart(2)}. ${words[lang]} — ${outcomes[outcome][lang]}`,
        ...reasons.map((reason) => `      ${reason[lang]}`),
      ]);
      const beside = [
        ...(one.poolSeconds > 0
          ? [say(`公益池 ${creditWords(one.poolSeconds, unit, lang)}`, `${creditWords(one.poolSeconds, unit, lang)} to the pool`)]
          : []),
        ...(one.honourSeconds > 0
          ? [
              say(
                `只计荣誉 ${creditWords(one.honourSeconds, unit, lang)}`,
                `${creditWords(one.honourSeconds, unit, lang)} for honours only`,
              ),
            ]
          : []),
      ];
      const whole = one.reasons
        .filter(({ code }) => code === 'credit/whole-units' || (!one.ok && one.steps.length === 0))
        .map((reason) => `      ${reason[lang]}`);
      const end = one.ok
        ? `  = ${say('记', 'credited')} ${creditWords(one.seconds, unit, lang)}${beside.length === 0 ? '' : `${say('，', ', ')}${beside.join(say('，', ', '))}`}`
        : `  = ${say('不记', 'nothing credited')}`;
      return [head, ...steps, ...whole, end, ''].join('\n');
    })
    .join('\n');
}
