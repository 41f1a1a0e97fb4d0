import { resolve } from 'node:path';
import type { Lang } from '@linli/model';
import {
  type CreditStandard,
  creditStandardJsonSchema,
  exchangeStandardJsonSchema,
  type TimeBankPack,
  timeBankJsonSchema,
} from '@linli/timebank';
import { comparePacks, reviewPack, simulate, simulationChart, usualBudget, type WithCredit } from '@linli/timebank/review';
import type { Asked } from '../arguments.ts';
import { advise, type Failure, failure, isFailure } from '../failure.ts';
import { differenceSheet, saidDifference } from '../rules/difference-sheet.ts';
import { explanationSheet, explanations } from '../rules/explain.ts';
import { catalogueIn, type LoadedPack, loadPack, shipped } from '../rules/load-pack.ts';
import { type LoadedServices, loadServices } from '../rules/load-services.ts';
import { reviewSheet, saidFinding, saidSkipped } from '../rules/review-sheet.ts';
import { simulationSheet } from '../rules/simulation-sheet.ts';
import { spoken } from '../rules/spoken.ts';
import { exitCodes, type Terminal } from '../terminal.ts';
import { writeText } from '../write-file.ts';

/** Rules before they go live: checked, simulated, compared, explained. Nothing is written but the chart that was asked for. */
export async function rules(asked: Asked, terminal: Terminal, lang: Lang): Promise<Failure | undefined> {
  switch (asked.words[0]) {
    case 'check':
      return check(asked, terminal, lang);
    case 'simulate':
      return simulateServices(asked, terminal, lang);
    case 'diff':
      return diff(asked, terminal, lang);
    case 'explain':
      return explainServices(asked, terminal, lang);
    case 'schema':
      return schema(asked, terminal);
    case 'list':
      return list(asked, terminal, lang);
    default:
      return failure(exitCodes.usage, { code: 'command/unknown', data: { command: `rules ${asked.words[0] ?? ''}`.trim() } });
  }
}

const print = (terminal: Terminal, value: unknown): void => terminal.out(`${JSON.stringify(value, null, 2)}\n`);

/** The pack behind `--pack`, or the word after the command. */
async function packAsked(named: string | undefined, option: string, terminal: Terminal): Promise<LoadedPack | Failure> {
  return named === undefined ? failure(exitCodes.usage, { code: 'option/missing', data: { option } }) : loadPack(named, terminal);
}

const hasCredit = (pack: TimeBankPack): pack is TimeBankPack & WithCredit => pack.credit !== null;
const withoutCredit = ({ id }: TimeBankPack): Failure =>
  failure(exitCodes.rules, { code: 'pack/without-credit', data: { pack: id } });

async function servicesAsked(asked: Asked, terminal: Terminal): Promise<LoadedServices | Failure> {
  if (asked.services === undefined) return failure(exitCodes.usage, { code: 'option/missing', data: { option: '--services' } });
  const loaded = await loadServices(asked.services, asked, terminal);
  if (!isFailure(loaded)) advise(loaded.remarks, terminal, asked.lang);
  return loaded;
}

const head = ({ id, edition, name, source, unit }: TimeBankPack) => ({ id, edition, name, confidence: source.confidence, unit });

async function check(asked: Asked, terminal: Terminal, lang: Lang): Promise<Failure | undefined> {
  const loaded = await packAsked(asked.pack ?? asked.words[1], 'PACK', terminal);
  if (isFailure(loaded)) return loaded;
  const folder = asked.community;
  const beside = folder === undefined ? loaded.catalogue : await catalogueIn(resolve(terminal.cwd, folder));
  if (isFailure(beside)) return beside;
  const budget = asked.budget === undefined ? usualBudget : Number(asked.budget);
  if (!Number.isSafeInteger(budget) || budget < 1) {
    const data = { option: '--budget', value: asked.budget ?? '', allowed: '1, 2, 3 …' };
    return failure(exitCodes.usage, { code: 'option/invalid', data });
  }
  const onPart = (done: number, of: number): void =>
    progress(terminal, lang, `正在试各种服务 ${done}/${of}`, `trying services ${done}/${of}`);
  const review = reviewPack(loaded.pack, { catalogue: beside, budget, onPart });
  const findings = review.findings.map((one) => saidFinding(one, loaded));
  const skipped = review.skipped.map(saidSkipped);
  if (asked.json) {
    print(terminal, { format: 'linli-rules-check/1', pack: head(loaded.pack), catalogue: beside, findings, budget, skipped });
  } else terminal.out(reviewSheet(findings, loaded.pack, lang, skipped));
  return undefined;
}

async function simulateServices(asked: Asked, terminal: Terminal, lang: Lang): Promise<Failure | undefined> {
  const loaded = await packAsked(asked.pack ?? asked.words[1], '--pack', terminal);
  if (isFailure(loaded)) return loaded;
  const against = asked.against === undefined ? undefined : await loadPack(asked.against, terminal);
  if (isFailure(against)) return against;
  if (!hasCredit(loaded.pack)) return withoutCredit(loaded.pack);
  if (against !== undefined && !hasCredit(against.pack)) return withoutCredit(against.pack);
  const services = await servicesAsked(asked, terminal);
  if (isFailure(services)) return services;
  const { length } = services.list.records;
  progress(terminal, lang, `试算 ${length} 次服务`, `simulating ${length} services`);
  const result = simulate(loaded.pack, services.list, against?.pack as (TimeBankPack & WithCredit) | undefined);
  const { unit } = loaded.pack;
  if (asked.chart !== undefined) {
    const failed = await writeText(asked.chart, simulationChart(result, lang), terminal);
    if (failed !== undefined) return failed;
  }
  if (asked.json) {
    const remarks = services.remarks.map((remark) => spoken(remark, unit));
    print(terminal, { format: 'linli-rules-simulate/1', pack: head(loaded.pack), ...result, remarks });
  } else terminal.out(simulationSheet(result, lang));
  return undefined;
}

async function diff(asked: Asked, terminal: Terminal, lang: Lang): Promise<Failure | undefined> {
  const [, first, second] = asked.words;
  const before = await packAsked(asked.pack ?? first, 'A', terminal);
  if (isFailure(before)) return before;
  const after = await packAsked(asked.against ?? (asked.pack === undefined ? second : first), 'B', terminal);
  if (isFailure(after)) return after;
  const services = asked.services === undefined ? undefined : await servicesAsked(asked, terminal);
  if (isFailure(services)) return services;
  const difference = saidDifference(comparePacks(before.pack, after.pack, services?.list), before.pack, after.pack);
  if (asked.json) print(terminal, { format: 'linli-rules-diff/1', ...difference });
  else terminal.out(differenceSheet(difference, lang));
  return undefined;
}

async function explainServices(asked: Asked, terminal: Terminal, lang: Lang): Promise<Failure | undefined> {
  const loaded = await packAsked(asked.pack ?? asked.words[1], '--pack', terminal);
  if (isFailure(loaded)) return loaded;
  const { pack } = loaded;
  if (!hasCredit(pack)) return withoutCredit(pack);
  const services = await servicesAsked(asked, terminal);
  if (isFailure(services)) return services;
  const { service } = asked;
  if (service !== undefined && !services.list.records.some(({ id }) => id === service)) {
    return failure(exitCodes.input, { code: 'service/not-in-file', data: { service, file: asked.services ?? '' } });
  }
  const standard: CreditStandard = pack.credit;
  const explained = explanations(services.list, standard, service);
  if (!asked.json) {
    terminal.out(explanationSheet(explained, standard, services.list, lang));
    return undefined;
  }
  const sum = (field: 'servedSeconds' | 'units' | 'poolUnits' | 'honourUnits' | 'seconds' | 'poolSeconds'): number =>
    explained.reduce((all, one) => all + one[field], 0);
  print(terminal, {
    format: 'linli-rules-explain/1',
    pack: head(pack),
    zone: services.list.zone,
    services: explained,
    totals: {
      services: explained.length,
      credited: explained.filter(({ ok }) => ok).length,
      servedSeconds: sum('servedSeconds'),
      units: sum('units'),
      poolUnits: sum('poolUnits'),
      honourUnits: sum('honourUnits'),
      seconds: sum('seconds'),
      poolSeconds: sum('poolSeconds'),
    },
    remarks: services.remarks.map((remark) => spoken(remark, pack.unit)),
  });
  return undefined;
}

const schemas = { pack: timeBankJsonSchema, credit: creditStandardJsonSchema, exchange: exchangeStandardJsonSchema } as const;

/** A schema is JSON in any case: an editor reads it. */
function schema({ words: [, kind = 'pack'] }: Asked, terminal: Terminal): Failure | undefined {
  if (!Object.hasOwn(schemas, kind)) {
    return failure(exitCodes.usage, {
      code: 'option/invalid',
      data: { option: 'rules schema', value: kind, allowed: Object.keys(schemas).join(', ') },
    });
  }
  print(terminal, schemas[kind as keyof typeof schemas]());
  return undefined;
}

function list({ json }: Asked, terminal: Terminal, lang: Lang): undefined {
  const packs = [...shipped.values()].map((pack) => ({
    ...head(pack),
    effective: pack.effective,
    credit: pack.credit !== null,
    exchange: pack.exchange !== null,
  }));
  if (json) print(terminal, { format: 'linli-rules-list/1', packs });
  else
    terminal.out(packs.map(({ id, edition, name, confidence }) => `${id}/${edition}  ${name[lang]}  (${confidence})\n`).join(''));
}

function progress(terminal: Terminal, lang: Lang, zh: string, en: string): void {
  if (terminal.watched) terminal.err(`… ${lang === 'zh' ? zh : en}\n`);
}
