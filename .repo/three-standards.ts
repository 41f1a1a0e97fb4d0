// The services of Duowen's workbook under three standards, as a page to be read.
// `npm run -s docs:three-standards` writes docs/benchmarks/three-standards.md and .zh.md
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Lang, type Reason, say } from '@linli/model';
import { amountLabel, type CreditCode, type Credited, type CreditStandard, timebankTexts } from '@linli/timebank';
import { ageName, bands, type Decision, type Judged, judgeAll, standards } from './three-standards-judged.ts';
import { root } from './workspace.ts';

const credited = (decision: Decision): Credited | undefined => (decision.ok ? decision.value : undefined);
const isPending = (decision: Decision): boolean =>
  !decision.ok && decision.reasons.every(({ code }) => code === 'service/evidence-missing');
const sum = <Item>(items: readonly Item[], weigh: (item: Item) => number): number =>
  items.reduce((total, item) => total + weigh(item), 0);
const secondsAt = (services: readonly Judged[], at: number): number =>
  sum(services, ({ decisions }) => credited(decisions[at]!)?.seconds ?? 0);
const hours = (seconds: number): string => (seconds / 3600).toFixed(1);
const groupBy = <Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): ReadonlyMap<Key, readonly Item[]> =>
  Map.groupBy(items, keyOf);
const row = (...cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
/** Columns of figures stand to the right. */
function table(head: readonly string[], rows: readonly string[]): string {
  const first = (rows[0] ?? '').split(' | ');
  return [
    row(...head),
    row(...head.map((_, index) => (/^[+-]?[\d.]+( |$)/.test(first[index] ?? '') ? '---:' : '---'))),
    ...rows,
  ].join('\n');
}

const roles: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  neighbour: { zh: '邻居', en: 'neighbours' },
  'youth-volunteer': { zh: '青年志愿者', en: 'youth volunteers' },
  'party-volunteer': { zh: '党员志愿者', en: 'party member volunteers' },
  volunteer: { zh: '志愿者', en: 'volunteers' },
};

/** The page in one language. */
export function pageOf(services: readonly Judged[], lang: Lang): string {
  const t = (zh: string, en: string): string => (lang === 'zh' ? zh : en);
  const names = standards.map(({ id }) => `\`${id}\``);
  const said = (reason: Reason<CreditCode>, standard: CreditStandard): string =>
    say(timebankTexts, reason, lang, amountLabel(lang, standard.unit));

  const totals = standards.map((_, at) => {
    const of = (test: (decision: Decision) => boolean): number => services.filter(({ decisions }) => test(decisions[at]!)).length;
    return row(
      names[at]!,
      of(({ ok }) => ok),
      of(isPending),
      of((decision) => !decision.ok && !isPending(decision)),
      hours(secondsAt(services, at)),
      hours(sum(services, ({ decisions }) => credited(decisions[at]!)?.poolSeconds ?? 0)),
      new Set(services.filter(({ decisions }) => (credited(decisions[at]!)?.seconds ?? 0) > 0).map(({ helper }) => helper.id))
        .size,
    );
  });

  const group = (name: string, members: readonly Judged[]): string =>
    row(
      name,
      new Set(members.map(({ helper }) => helper.id)).size,
      members.length,
      hours(sum(members, ({ seconds }) => seconds)),
      ...standards.map((_, at) => hours(secondsAt(members, at))),
    );
  const groupHead = [t('服务者', 'helpers'), t('人数', 'people'), t('次数', 'services'), t('服务小时', 'hours served'), ...names];
  const byRole = [...groupBy(services, ({ helper }) => helper.role)].sort(([, a], [, b]) => b.length - a.length);
  const byAge = [...bands, null].flatMap((band): readonly string[] => {
    const members = services.filter(({ age }) => age === band);
    return members.length === 0 ? [] : [group(ageName(band, lang), members)];
  });

  const changes = standards.slice(1).map((_, index) => {
    const differences = [...groupBy(services, ({ helper }) => helper.id).values()].map(
      (own) => secondsAt(own, index + 1) - secondsAt(own, 0),
    );
    const side = (test: (difference: number) => boolean): string => {
      const some = differences.filter(test);
      return `${some.length} (${hours(Math.abs(sum(some, (one) => one)))})`;
    };
    return row(
      names[index + 1]!,
      side((one) => one > 0),
      side((one) => one < 0),
      side((one) => one === 0),
    );
  });

  const reasons = standards.flatMap((standard, at) => {
    const refusals = services.flatMap(({ decisions }) => (decisions[at]!.ok ? [] : decisions[at]!.reasons));
    return [...groupBy(refusals, ({ code }) => code)]
      .sort(([one, a], [other, b]) => b.length - a.length || (one < other ? -1 : 1))
      .map(([code, list]) => row(names[at]!, `\`${code}\``, list.length, said(list[0]!, standard)));
  });
  const effects = standards.flatMap((standard, at) => {
    const steps = services
      .flatMap(({ decisions }) => (decisions[at]!.ok ? decisions[at]!.reasons : []))
      .filter(({ data }) => data?.['beforeSeconds'] !== data?.['afterSeconds'] && data?.['beforeSeconds'] !== undefined);
    return [...groupBy(steps, ({ code }) => code)]
      .sort(([one, a], [other, b]) => b.length - a.length || (one < other ? -1 : 1))
      .map(([code, list]) => {
        const change = sum(list, ({ data }) => Number(data!['afterSeconds']) - Number(data!['beforeSeconds']));
        return row(names[at]!, `\`${code}\``, list.length, `${change > 0 ? '+' : ''}${hours(change)}`, said(list[0]!, standard));
      });
  });

  const typical = typicalOf(services).map(({ service, zh, en }) => {
    const { id, category, date, helper, age, decisions, seconds } = service;
    const role = roles[helper.role]?.[lang] ?? helper.role;
    const lines = decisions.map((decision, at) => {
      const steps = decision.reasons.map((reason) => `   - ${said(reason, standards[at]!)}`);
      const units = credited(decision);
      const end = units === undefined ? t('不记', 'no credit') : amountLabel(lang, standards[at]!.unit)('units', units.units);
      return [`1. ${names[at]}: **${end}**`, ...steps].join('\n');
    });
    return [
      `### ${t(zh, en)}`,
      '',
      `\`${id}\`, ${date}, \`${category}\`, ${hours(seconds)} h, ${role}, ${ageName(age, lang)}`,
      '',
      ...lines,
    ].join('\n');
  });

  return `${[
    t('# 同样 1800 次服务，三份标准', '# The same 1,800 services under three standards'),
    t('[English](three-standards.md)', '[中文](three-standards.zh.md)'),
    t(
      '多闻示例工作簿里的全部服务记录，分别按三份预置标准记账。人和记录都是编的；`duowen` 的数字是假定的。本页由程序生成，重新生成：',
      'Every service record of the Duowen workbook, credited by three presets. People and records are made up; the numbers of `duowen` are assumed. This page is generated; to do it again:',
    ),
    '```sh\nnpm run -s docs:three-standards\n```',
    t('## 合计', '## Totals'),
    table(
      [
        t('标准', 'standard'),
        t('记入', 'credited'),
        t('待补证明', 'waiting for proof'),
        t('不记', 'refused'),
        t('记入小时', 'hours credited'),
        t('进公益池', 'hours to the pool'),
        t('有积分的人', 'people with credit'),
      ],
      totals,
    ),
    t('## 按身份', '## By role'),
    table(
      groupHead,
      byRole.map(([role, members]) => group(roles[role]?.[lang] ?? `\`${role}\``, members)),
    ),
    t('## 按年龄', '## By age'),
    table(groupHead, byAge),
    t('## 改用另一份标准，谁多谁少', '## Who gains and who loses against `duowen`'),
    t('与 `duowen` 相比的人数，括号里是合计小时。', 'People, with their hours together in brackets.'),
    table([t('标准', 'standard'), t('多了', 'gain'), t('少了', 'lose'), t('不变', 'same')], changes),
    t('## 为什么不记', '## Why services are refused or wait'),
    t(
      '一次服务可以有几条理由。最后一列是其中第一条的原话。',
      'A service may have several reasons. The last column is the first one, as it is said.',
    ),
    table([t('标准', 'standard'), t('理由', 'reason'), t('次数', 'times'), t('例', 'for example')], reasons),
    t('## 哪些步骤改了数', '## What changes the amount'),
    table([t('标准', 'standard'), t('步骤', 'step'), t('次数', 'times'), t('小时', 'hours'), t('例', 'for example')], effects),
    t('## 读出来的差别', '## What this shows'),
    t(
      [
        '- `cn-shanghai-changning-2019` 只收 60 至 70 岁（女 50 岁起），这里约一半的人因此不记，年轻人全不记；每天封顶两小时，做得久的吃亏；不看证明。',
        '- `duowen` 要有证明，同一时间不记两次，向下取整到五分钟，每次和每天封顶，消杀按 1.5 倍。',
        '- `cn-guangzhou-2019` 什么人都收，不看证明，也不看时间重叠，只是不满整小时的零头先攒着，所以合计比服务小时少一点。',
      ].join('\n'),
      [
        '- `cn-shanghai-changning-2019` takes helpers of 60 to 70, women from 50: about half of the people here are outside, all of the young ones. It caps the day at two hours, and long mornings lose by it. It asks for no proof.',
        '- `duowen` asks for proof and does not pay twice for the same minutes, rounds down to five minutes, caps each service and each day, and counts disinfection 1.5.',
        '- `cn-guangzhou-2019` takes everybody, asks for no proof and does not look at overlaps; what is no whole hour yet stays behind, so its sum is a little below the hours served.',
      ].join('\n'),
    ),
    t('## 三条典型记录，一步一步看', '## Three typical records, step by step'),
    ...typical,
  ].join('\n\n')}\n`;
}

/** The first service in the order of the workbook that shows each thing. */
function typicalOf(services: readonly Judged[]) {
  const first = (test: (units: readonly (Credited | undefined)[], service: Judged) => boolean): Judged => {
    const found = services.find((service) => test(service.decisions.map(credited), service));
    if (found === undefined) throw new Error('no service shows it');
    return found;
  };
  return [
    {
      service: first(
        ([a, b, c]) =>
          a !== undefined &&
          b !== undefined &&
          c !== undefined &&
          c.seconds > 0 &&
          new Set([a.seconds, b.seconds, c.seconds]).size === 3,
      ),
      zh: '三份标准都记，数不同',
      en: 'Credited by all three, each otherwise',
    },
    {
      service: first(([a, b]) => a !== undefined && a.seconds > 0 && b === undefined),
      zh: '`duowen` 记，长宁不记',
      en: 'Credited by `duowen`, not by Changning',
    },
    {
      service: first(
        ([a, , c], { decisions }) => a === undefined && !isPending(decisions[0]!) && c !== undefined && c.seconds > 0,
      ),
      zh: '`duowen` 不记，广州记',
      en: 'Not credited by `duowen`, but by Guangzhou',
    },
  ];
}

export const pages = [
  { lang: 'en', path: join(root, 'docs', 'benchmarks', 'three-standards.md') },
  { lang: 'zh', path: join(root, 'docs', 'benchmarks', 'three-standards.zh.md') },
] as const;

if (import.meta.main) {
  const services = await judgeAll();
  for (const { lang, path } of pages) await writeFile(path, pageOf(services, lang));
}
