import type { Lang, Text } from '@linli/model';
import type { Unit } from './pack/amount.ts';

const periodWords: Readonly<Record<string, Text>> = {
  day: { zh: '天', en: 'day' },
  week: { zh: '周', en: 'week' },
  month: { zh: '月', en: 'month' },
  year: { zh: '年', en: 'year' },
  life: { zh: '终身', en: 'whole time' },
};

const partWords: Readonly<Record<string, Text>> = {
  helper: { zh: '服务者', en: 'helper' },
  beneficiary: { zh: '服务对象', en: 'person served' },
};

/**
 * For the `label` of model's `say`: data named `...Seconds` in hours and minutes, data named `...Units` in the words of
 * `unit`, the unit of the standard that decided, `per` as a period, `part` as who it is. Everything else stays as it is.
 */
export function amountLabel(lang: Lang, unit?: Unit): (name: string, value: string | number) => string {
  return (name, value) => {
    if (typeof value === 'string') {
      const words = name === 'per' ? periodWords : name === 'part' ? partWords : {};
      return words[value]?.[lang] ?? value;
    }
    if (name.endsWith('Seconds')) return duration(value, lang);
    if (unit === undefined || !/units$/i.test(name)) return String(value);
    if (unit.asset === 'second') return duration(value, lang);
    const shown = (value / 10 ** (unit.decimals ?? 0)).toFixed(unit.decimals ?? 0);
    return `${shown} ${unit.words[lang]}`;
  };
}

function duration(seconds: number, lang: Lang): string {
  const rest = Math.abs(seconds);
  const parts: readonly (readonly [number, string, string])[] = [
    [Math.floor(rest / 3600), '小时', 'h'],
    [Math.floor((rest % 3600) / 60), '分钟', 'min'],
    [rest % 60, '秒', 's'],
  ];
  const shown = parts.filter(([count]) => count > 0);
  const sign = seconds < 0 ? '-' : '';
  if (shown.length === 0) return lang === 'zh' ? '0 分钟' : '0 min';
  return sign + shown.map(([count, zh, en]) => (lang === 'zh' ? `${count} ${zh}` : `${count} ${en}`)).join(' ');
}
