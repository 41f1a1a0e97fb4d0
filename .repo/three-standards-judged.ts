// The services of Duowen's workbook, each under three standards.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createCommunity, readRules, vocabularyOf } from '@linli/community';
import { readWorkbook } from '@linli/interop';
import { type Helper, Instant, isAtLeast, type Lang, LocalDate, localDateOf, simulatedClock, spanSeconds } from '@linli/model';
import { memoryDriver } from '@linli/storage';
import { creditAll } from '@linli/timebank';
import { presets } from '@linli/timebank/presets';
import { root } from './workspace.ts';

export const standards = [
  presets.duowen.credit,
  presets['cn-shanghai-changning-2019'].credit,
  presets['cn-guangzhou-2019'].credit,
] as const;
export type Decision = ReturnType<typeof creditAll>[number];

/** One service with its helper and what each of the standards says to it, in their order. */
export interface Judged {
  readonly id: string;
  readonly category: string;
  readonly date: LocalDate;
  readonly seconds: number;
  readonly helper: Helper;
  readonly age: AgeBand;
  readonly decisions: readonly Decision[];
}

export const bands = [0, 50, 60, 71] as const;
type AgeBand = (typeof bands)[number] | null;

/** The band on the day of the service; null where the birth is not known well enough. */
function bandOf({ birth }: Helper, on: LocalDate): AgeBand {
  const reached = bands.map((years) => (years === 0 ? birth !== null || undefined : isAtLeast(birth, years, on)));
  if (reached.some((one) => one === undefined)) return null;
  return bands[reached.lastIndexOf(true)]!;
}

export function ageName(band: AgeBand, lang: Lang): string {
  if (band === null) return lang === 'zh' ? '年龄不详' : 'age not known';
  const next = bands[bands.indexOf(band) + 1];
  if (next === undefined) return lang === 'zh' ? `${band} 岁起` : `${band} and over`;
  if (band === 0) return lang === 'zh' ? `${next} 岁以下` : `under ${next}`;
  return lang === 'zh' ? `${band} 至 ${next - 1} 岁` : `${band} to ${next - 1}`;
}

/** Every service of the workbook under each standard. */
export async function judgeAll(): Promise<readonly Judged[]> {
  const folder = join(root, 'examples', 'duowen');
  const rules = await readRules(join(folder, 'community'));
  if (!rules.ok) throw new Error(rules.reasons[0].code);
  const workbook = await readFile(join(folder, 'data', 'duowen-2026-11-23.xlsx'));
  const date = LocalDate.parse('2026-11-23');
  const reading = await readWorkbook(workbook, { vocabulary: vocabularyOf(rules.value), date });
  if (!reading.ok) throw new Error(reading.reasons[0].code);
  const clock = simulatedClock(Instant.parse(Date.UTC(2026, 10, 23)));
  const options = { driver: memoryDriver(), rules: rules.value, clock, newCommitId: () => 'three-standards', actor: 'page' };
  const { register } = await createCommunity(options).admit(reading.value.intake, 'three-standards');

  const { zone } = rules.value.profile;
  const helpers = new Map(register.helpers.map((helper) => [helper.id, helper]));
  const decisions = standards.map((standard) => creditAll(register.services, standard, helpers, zone));
  return register.services.map((service, index) => {
    const helper = helpers.get(service.helperId)!;
    const on = localDateOf(service.from, zone);
    return {
      ...{ id: service.id, category: service.category, date: on, seconds: spanSeconds(service), helper, age: bandOf(helper, on) },
      decisions: decisions.map((list) => list[index]!),
    };
  });
}
