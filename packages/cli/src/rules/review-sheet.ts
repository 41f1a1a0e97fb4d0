import type { Lang } from '@linli/model';
import type { TimeBankPack } from '@linli/timebank';
import type { Finding, Outcomes, Purchase, SearchPart, Skipped } from '@linli/timebank/review';
import type { LoadedPack } from './load-pack.ts';
import { creditWords, type SaidReason, spoken } from './spoken.ts';

/** One finding as `rules check --json` prints it; line and column where the pack came from a file. */
export interface SaidFinding extends SaidReason {
  readonly severity: Finding['severity'];
  readonly path: Finding['path'];
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
  readonly example: Finding['example'];
}

export const saidFinding = (
  { severity, path, example, ...reason }: Finding,
  { pack, file, placeOf }: LoadedPack,
): SaidFinding => {
  const place = placeOf?.(path) ?? { line: null, column: null };
  return { ...spoken(reason, pack.unit), severity, path, file, ...place, example };
};

/** What was not tried, as `rules check --json` prints it. */
export interface SaidSkipped extends Skipped, Readonly<Record<Lang, string>> {}

const parts: Readonly<Record<SearchPart, Readonly<Record<Lang, string>>>> = {
  earning: { zh: '哪些服务记得到', en: 'which services earn' },
  step: { zh: '单个步骤的作用', en: 'what one step does' },
  split: { zh: '一次服务拆成两次', en: 'a service cut in two' },
  midnight: { zh: '在零点拆开', en: 'a service cut at midnight' },
  join: { zh: '两次服务合成一次', en: 'two services joined' },
  order: { zh: '换一个先后次序', en: 'services in another order' },
};

export function saidSkipped(skipped: Skipped): SaidSkipped {
  const { part, place, tried, of } = skipped;
  const zh = `${place === null ? '' : `第 ${place} 步：`}${parts[part].zh}，${of} 种试了 ${tried} 种`;
  const en = `${place === null ? '' : `step ${place}: `}${parts[part].en}: ${tried} of ${of} tried`;
  return { ...skipped, zh, en };
}

/** One line for steps next to each other of which as much was tried. */
function skippedLines(skipped: readonly SaidSkipped[], lang: Lang): readonly string[] {
  const lines: string[] = [];
  for (let from = 0; from < skipped.length; ) {
    const first = skipped[from]!;
    let until = from + 1;
    for (let place = first.place; place !== null && until < skipped.length; until += 1) {
      const { part, place: other, tried, of } = skipped[until]!;
      place += 1;
      if (part !== first.part || other !== place || tried !== first.tried || of !== first.of) break;
    }
    const last = skipped[until - 1]!.place;
    const range =
      until - from > 1 ? { zh: `第 ${first.place}–${last} 步各：`, en: `steps ${first.place}–${last}, each: ` }[lang] : '';
    lines.push(`      ${range === '' ? first[lang] : range + first[lang].slice(first[lang].search(/[：:]/) + 1).trimStart()}`);
    from = until;
  }
  return lines;
}

const severities = {
  wrong: { zh: '错误', en: 'WRONG' },
  risk: { zh: '风险', en: 'RISK' },
  note: { zh: '提示', en: 'NOTE' },
} as const;

/** What was found, for people to read: each with its example as the services that show it. */
export function reviewSheet(
  findings: readonly SaidFinding[],
  pack: TimeBankPack,
  lang: Lang,
  skipped: readonly SaidSkipped[] = [],
): string {
  const say = (zh: string, en: string): string => (lang === 'zh' ? zh : en);
  const count = (severity: Finding['severity']): number => findings.filter((one) => one.severity === severity).length;
  const lines = findings.flatMap((one) => [
    `${severities[one.severity][lang]}  ${one[lang]}`,
    `      ${one.file === null ? one.path.join('.') : say(`${one.file} 第 ${one.line} 行第 ${one.column} 列`, `${one.file}, line ${one.line}, column ${one.column}`)}  [${one.code}]`,
    ...exampleLines(one.example, pack, lang),
    '',
  ]);
  return [
    `${pack.name[lang]}  ${pack.id}/${pack.edition}`,
    say(
      `错误 ${count('wrong')}  风险 ${count('risk')}  提示 ${count('note')}`,
      `wrong ${count('wrong')}  risks ${count('risk')}  notes ${count('note')}`,
    ),
    '',
    ...lines,
    ...(skipped.length === 0
      ? []
      : [
          say(
            '试到预算为止，没有全部试完（--budget 可以加大）：',
            'The search ended with its budget; not everything was tried (--budget takes more):',
          ),
          ...skippedLines(skipped, lang),
          '',
        ]),
    ...(findings.length === 0
      ? [
          say(
            '没有发现问题。没有发现不等于没有：上线前请再用真实服务试算。',
            'Nothing was found. That is no proof: simulate it on real services before it goes live.',
          ),
          '',
        ]
      : []),
  ].join('\n');
}

function exampleLines({ before, after, purchases }: Finding['example'], pack: TimeBankPack, lang: Lang): readonly string[] {
  const say = (zh: string, en: string): string => (lang === 'zh' ? zh : en);
  const list = (title: string, one: Outcomes): readonly string[] => {
    const { services } = one.services;
    const pool =
      one.poolSeconds > 0
        ? say(
            `，公益池 ${creditWords(one.poolSeconds, pack.unit, lang)}`,
            `, ${creditWords(one.poolSeconds, pack.unit, lang)} to the pool`,
          )
        : '';
    const shown = services
      .slice(0, 4)
      .map((service) => `        ${service['from']} – ${String(service['until']).slice(11)}  ${service['category']}`);
    return [
      `      ${title}: ${creditWords(one.seconds, pack.unit, lang)}${pool}${one.refusals.length === 0 ? '' : `  (${one.refusals.join(', ')})`}`,
      ...shown,
      ...(services.length > 4
        ? [say(`        …… 共 ${services.length} 次服务`, `        … ${services.length} services in all`)]
        : []),
    ];
  };
  const bought = ({ request, ok, units, gives, refusals }: Purchase): string =>
    `      ${request.date}  ${request.offer} × ${request.quantity}, ${request.recipient ?? '-'}: ${ok ? say(`可以，付 ${units}`, `yes, for ${units}`) : `${say('不可以', 'no')} (${refusals.join(', ')})`}${gives === null ? '' : ` → ${gives.coins} ${gives.asset}`}`;
  return [
    ...(before === null ? [] : list(after === null ? say('例', 'example') : say('例 1', 'example 1'), before)),
    ...(after === null ? [] : list(say('例 2', 'example 2'), after)),
    ...purchases.map(bought),
  ];
}
