import type { Lang, Text } from '@linli/model';
import { amountLabel } from '../amount-label.ts';
import { type Amount, secondsOf, type Unit } from '../pack/amount.ts';
import type { CreditStep } from '../pack/credit-standard.ts';
import type { PersonClause, PersonCondition } from '../pack/person-condition.ts';
import type { ServiceCondition, When } from '../pack/service-condition.ts';

const both = (of: (lang: Lang) => string): Text => ({ zh: of('zh'), en: of('en') });
const text = (zh: string, en: string): Text => ({ zh, en });
const joined = (parts: readonly Text[], zh = '，', en = ', '): Text =>
  both((lang) => parts.map((part) => part[lang]).join(lang === 'zh' ? zh : en));

const periods: Readonly<Record<string, Text>> = {
  service: text('每次', 'a service'),
  day: text('每天', 'a day'),
  week: text('每周', 'a week'),
  month: text('每月', 'a month'),
  year: text('每年', 'a year'),
  life: text('终身累计', 'in a lifetime'),
};
const overflows: Readonly<Record<string, Text>> = {
  drop: text('超出的不计', 'what is above is nobody’s'),
  pool: text('超出的归公益池', 'what is above goes to the pool'),
  honour: text('超出的只计荣誉', 'what is above counts for honours only'),
};
const modes: Readonly<Record<string, Text>> = {
  down: text('舍去零头', 'down'),
  nearest: text('四舍五入', 'to the nearest'),
  up: text('进一', 'up'),
};
const sexes = { female: text('女', 'women'), male: text('男', 'men') } as const;
const days: Readonly<Record<string, Text>> = {
  workday: text('工作日', 'workdays'),
  weekend: text('周末', 'weekends'),
  holiday: text('节假日', 'holidays'),
};

const list = (codes: readonly string[]): Text => text(codes.join('、'), codes.join(', '));
const times = (factor: number): Text => text(`${factor} 倍`, `${factor} times`);

function clauseWords({ age, sex, roles, marks, anyMark, noMarks }: PersonClause): readonly Text[] {
  return [
    ...(age?.from === undefined ? [] : [text(`满 ${age.from} 岁`, `${age.from} or older`)]),
    ...(age?.until === undefined ? [] : [text(`未满 ${age.until} 岁`, `under ${age.until}`)]),
    ...(sex === undefined ? [] : [sexes[sex]]),
    ...(roles === undefined ? [] : [text(`身份是 ${list(roles).zh} 之一`, `of the role ${roles.join(' or ')}`)]),
    ...(marks === undefined ? [] : [text(`有 ${list(marks).zh}`, `with ${marks.join(' and ')}`)]),
    ...(anyMark === undefined ? [] : [text(`有 ${list(anyMark).zh} 之一`, `with ${anyMark.join(' or ')}`)]),
    ...(noMarks === undefined ? [] : [text(`没有 ${list(noMarks).zh}`, `without ${noMarks.join(' and ')}`)]),
  ];
}

/** A condition on a person, in words. */
function personWords({ anyOf = [], ...own }: PersonCondition): Text {
  const clauses = anyOf.map((clause) => joined(clauseWords(clause), '且', ' and '));
  const parts = [...clauseWords(own), ...(clauses.length === 0 ? [] : [joined(clauses, '；或 ', '; or ')])];
  return parts.length === 0 ? text('任何人', 'anybody') : joined(parts, '，', ', ');
}

function whenWords({ hours, weekdays, days: kinds }: When): Text {
  return joined([
    ...(kinds === undefined
      ? []
      : [
          joined(
            kinds.map((kind) => days[kind] ?? text(kind, kind)),
            '、',
            ' and ',
          ),
        ]),
    ...(weekdays === undefined ? [] : [text(`星期 ${weekdays.join('、')}`, `weekdays ${weekdays.join(', ')}`)]),
    ...(hours === undefined ? [] : [both(() => hours.map(({ from, until }) => `${from}–${until}`).join(', '))]),
  ]);
}

function conditionWords(when: ServiceCondition): Text {
  const { categories, difficulty, marks, anyMark, noMarks, begins, helper, beneficiary, from, until } = when;
  return joined([
    ...(categories === undefined ? [] : [text(`服务项目 ${list(categories).zh}`, `for ${list(categories).en}`)]),
    ...(difficulty === undefined ? [] : [text(`难度 ${list(difficulty).zh}`, `of difficulty ${list(difficulty).en}`)]),
    ...(marks === undefined ? [] : [text(`服务标记 ${list(marks).zh}`, `marked ${list(marks).en}`)]),
    ...(anyMark === undefined ? [] : [text(`服务标记 ${list(anyMark).zh} 之一`, `marked ${anyMark.join(' or ')}`)]),
    ...(noMarks === undefined ? [] : [text(`服务没有标记 ${list(noMarks).zh}`, `not marked ${list(noMarks).en}`)]),
    ...(begins === undefined ? [] : [joined([text('开始于', 'beginning in'), whenWords(begins)], ' ', ' ')]),
    ...(helper === undefined ? [] : [joined([text('服务者', 'helper'), personWords(helper)], '', ' ')]),
    ...(beneficiary === undefined ? [] : [joined([text('服务对象', 'person served'), personWords(beneficiary)], '', ' ')]),
    ...(from === undefined ? [] : [text(`${from} 起`, `from ${from}`)]),
    ...(until === undefined ? [] : [text(`${until} 前`, `before ${until}`)]),
  ]);
}

/** An amount in the words of a standard's unit: hours and minutes, or points. */
export const amountWords = (amount: Amount, unit: Unit): Text =>
  both((lang) =>
    unit.asset === 'second' || (amount.units === undefined && unit.asset !== 'point')
      ? amountLabel(lang)('ofSeconds', secondsOf(amount, unit))
      : amount.units !== undefined && Object.keys(amount).length === 1
        ? `${amount.units} ${unit.words[lang]}`
        : amountLabel(lang)('ofSeconds', secondsOf(amount, unit)),
  );

/** One step of a credit standard in plain words. */
export function stepWords(step: CreditStep, unit: Unit): Text {
  const said = ownWords(step, (amount) => amountWords(amount, unit));
  if (step.when === undefined) return said;
  const only = conditionWords(step.when);
  return text(`${said.zh}（仅限：${only.zh}）`, `${said.en} (only: ${only.en})`);
}

function ownWords(step: CreditStep, amount: (amount: Amount) => Text): Text {
  switch (step.do) {
    case 'require-helper':
      return joined([text('服务者须：', 'the helper has to be: '), personWords(conditionOf(step))], '', '');
    case 'require-beneficiary': {
      const who = joined([text('服务对象须：', 'the person served has to be: '), personWords(conditionOf(step))], '', '');
      return step.public === true
        ? joined([who, text('公共服务也计', 'services to nobody in particular count too')], '；', '; ')
        : who;
    }
    case 'require-category':
      return text(`只计这些服务项目：${list(step.categories).zh}`, `only these services count: ${list(step.categories).en}`);
    case 'require-evidence': {
      const sets = step.anyOf.map((set) => set.join(' + '));
      const late = step.withinDays;
      return text(
        `须有服务证明：${sets.join('，或 ')}${late === undefined ? '' : `，${late} 天内齐备`}`,
        `proof is needed: ${sets.join(', or ')}${late === undefined ? '' : `, complete within ${late} days`}`,
      );
    }
    case 'refuse-self':
      return text('服务自己不计', 'nobody earns by serving oneself');
    case 'refuse-relatives':
      return text('服务自己的亲属不计', 'nobody earns by serving one’s own relatives');
    case 'refuse-overlap':
      return text('时间重叠的不计', 'no credit for time in which another service was credited');
    case 'limit-services':
      return text(`${periods[step.per]?.zh}最多记 ${step.most} 次`, `at most ${step.most} services ${periods[step.per]?.en}`);
    case 'minimum':
      return text(`不足 ${amount(step.least).zh} 不计`, `less than ${amount(step.least).en} does not count`);
    case 'count-also':
      return text(`${list(step.kinds).zh} 的时间也计`, `time of ${list(step.kinds).en} counts as well`);
    case 'flat':
      return text(`每次记 ${amount(step.credit).zh}，不论时长`, `${amount(step.credit).en} for each service, however long`);
    case 'tiers':
      return both(
        (lang) =>
          (lang === 'zh' ? '按时长分档：' : 'by a table: ') +
          step.rows
            .map(({ from, credit }) =>
              lang === 'zh' ? `满 ${amount(from).zh} 记 ${amount(credit).zh}` : `${amount(credit).en} from ${amount(from).en} on`,
            )
            .join(lang === 'zh' ? '，' : ', '),
      );
    case 'rate': {
      const rows = Object.entries(step.byCategory ?? {});
      const zh = [
        ...rows.map(([code, factor]) => `${code} ${times(factor).zh}`),
        `${rows.length === 0 ? '一律' : '其余'} ${times(step.otherwise).zh}`,
      ];
      const en = [
        ...rows.map(([code, factor]) => `${code} ${times(factor).en}`),
        `${rows.length === 0 ? 'everything' : 'all others'} ${times(step.otherwise).en}`,
      ];
      return text(`按服务项目折算：${zh.join('，')}`, `by kind of service: ${en.join(', ')}`);
    }
    case 'multiply':
      return joined(
        [
          text(`按 ${times(step.times).zh} 计`, `counts ${times(step.times).en}`),
          ...(step.during === undefined ? [] : [whenWords(step.during)]),
        ],
        '：',
        ' during ',
      );
    case 'multiply-highest':
      return text(
        `几种加成只取最高的一种：${step.of.map((one) => times(one.times).zh).join('、')}`,
        `only the highest of these factors: ${step.of.map((one) => times(one.times).en).join(', ')}`,
      );
    case 'first':
      return text(
        `${periods[step.per]?.zh}最初的 ${amount(step.amount).zh} 按 ${times(step.times).zh} 计，之后 ${times(step.afterwards).zh}`,
        `the first ${amount(step.amount).en} ${periods[step.per]?.en} count ${times(step.times).en}, what follows ${times(step.afterwards).en}`,
      );
    case 'many-beneficiaries':
      return text(
        `同时服务多人，每多一人加 ${times(step.each).zh}`,
        `each further person served at once adds ${times(step.each).en}`,
      );
    case 'many-helpers':
      return text('多人共同完成的平均分', 'shared equally by those who did it together');
    case 'round':
      return text(
        `${periods[step.per ?? 'service']?.zh}以 ${amount(step.to).zh} 为单位取整（${modes[step.mode]?.zh}）`,
        `rounded ${modes[step.mode]?.en} to ${amount(step.to).en}${(step.per ?? 'service') === 'service' ? ', each service' : ` over ${periods[step.per!]?.en}`}`,
      );
    case 'cap':
      return text(
        `${periods[step.per]?.zh}最多记 ${amount(step.most).zh}，${overflows[step.overflow]?.zh}${step.sameBeneficiary ? '（按同一服务对象计）' : ''}`,
        `at most ${amount(step.most).en} ${periods[step.per]?.en}, ${overflows[step.overflow]?.en}${step.sameBeneficiary ? ' (with the same person served)' : ''}`,
      );
    default:
      return step satisfies never;
  }
}

function conditionOf({
  do: _,
  when: _when,
  note: _note,
  ...condition
}: Extract<CreditStep, { do: 'require-helper' | 'require-beneficiary' }>): PersonCondition {
  const { public: _public, ...rest } = condition as PersonCondition & { readonly public?: boolean };
  return rest;
}
