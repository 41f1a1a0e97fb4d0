import type { Lang } from '@linli/model';
import type { TimeBankPack } from '@linli/timebank';
import type { PackDifference } from '@linli/timebank/review';
import { type SaidReason, spoken, timeWords } from './spoken.ts';

type Changed = NonNullable<PackDifference['services']>['changed'][number];

/** A difference with its words, as `rules diff --json` prints it. */
export interface SaidDifference {
  readonly from: string;
  readonly to: string;
  readonly rules: readonly (SaidReason & { readonly path: readonly (string | number)[] })[];
  readonly services:
    | (Omit<NonNullable<PackDifference['services']>, 'changed'> & {
        readonly changed: readonly (Omit<Changed, 'before' | 'after'> & {
          readonly before: readonly SaidReason[];
          readonly after: readonly SaidReason[];
        })[];
      })
    | null;
}

export const saidDifference = (
  { from, to, rules, services }: PackDifference,
  before: TimeBankPack,
  after: TimeBankPack,
): SaidDifference => ({
  from,
  to,
  rules: rules.map(({ path, ...reason }) => ({ ...spoken(reason, after.unit), path })),
  services: services && {
    ...services,
    changed: services.changed.map((one) => ({
      ...one,
      before: one.before.map((reason) => spoken(reason, before.unit)),
      after: one.after.map((reason) => spoken(reason, after.unit)),
    })),
  },
});

/** How two packs differ, for people to read. */
export function differenceSheet({ from, to, rules, services }: SaidDifference, lang: Lang): string {
  const say = (zh: string, en: string): string => (lang === 'zh' ? zh : en);
  const time = (seconds: number): string => timeWords(seconds, lang);
  const shown = services?.changed.slice(0, 20) ?? [];
  return [
    `${from} → ${to}`,
    ...(rules.length === 0 ? [say('规则没有不同。', 'The rules are the same.')] : rules.map((rule) => `  ${rule[lang]}`)),
    ...(services === null
      ? []
      : [
          '',
          say(
            `${services.judged} 次服务中有 ${services.changed.length} 次不同；合计 ${time(services.beforeSeconds)} → ${time(services.afterSeconds)}`,
            `${services.changed.length} of ${services.judged} services differ; in all ${time(services.beforeSeconds)} → ${time(services.afterSeconds)}`,
          ),
          ...shown.flatMap((one) => [
            `  ${one.serviceId} ${one.helperId}: ${time(one.beforeSeconds)} → ${time(one.afterSeconds)}`,
            ...deciding(one.before, one.after).map((reason) => `      ${from}: ${reason[lang]}`),
            ...deciding(one.after, one.before).map((reason) => `      ${to}: ${reason[lang]}`),
          ]),
          ...(services.changed.length > shown.length
            ? [
                say(
                  `  …… 其余 ${services.changed.length - shown.length} 次见 --json`,
                  `  … ${services.changed.length - shown.length} more with --json`,
                ),
              ]
            : []),
          ...(services.people.length === 0 ? [] : [say('变化最大的人', 'people with the largest change')]),
          ...services.people
            .slice(0, 10)
            .map((one) => `  ${one.helperId}: ${time(one.beforeSeconds)} → ${time(one.afterSeconds)}`),
        ]),
    '',
  ].join('\n');
}

/** The reasons of one side that the other does not give. */
const deciding = (own: readonly SaidReason[], other: readonly SaidReason[]): readonly SaidReason[] =>
  own.filter(({ code, en }) => code !== 'credit/measured' && !other.some((one) => one.en === en));
