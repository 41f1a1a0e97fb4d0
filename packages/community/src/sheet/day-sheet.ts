import type { Lang } from '@linli/model';
import type { DayReport } from '../report/day-report.ts';
import type { Rules } from '../rules/rules.ts';
import { attentionSection } from './attention.ts';
import { callSection, purchaseSection } from './calls-and-goods.ts';
import { dutySection } from './duties.ts';
import { knockSection } from './knocks.ts';
import { dayName, type Page, pageOf } from './page.ts';
import { creditSection, gapSection, warningSection } from './standing.ts';

/** One service day as a coordinator reads it, in one language; plain text, a line ends with a line feed. */
export function daySheet(day: DayReport, rules: Rules, lang: Lang): string {
  const page = pageOf(day, rules, lang);
  const sections = [
    heading(page),
    counters(page),
    attentionSection(page),
    dutySection(page),
    callSection(page),
    purchaseSection(page),
  ];
  const standing = [knockSection(page), creditSection(page), gapSection(page), warningSection(page), closing(page)];
  return `${[...sections, ...standing]
    .filter((section) => section.length > 0)
    .map((section) => section.join('\n'))
    .join('\n\n')}\n`;
}

const heading = ({ day, lang, say, text }: Page): readonly string[] => [
  say(
    `${text(day.community.name)} 日工作单  ${dayName(day.serviceDate, lang)}`,
    `${text(day.community.name)}: day sheet for ${dayName(day.serviceDate, lang)}`,
  ),
  say(
    `需求收集日：${dayName(day.date, lang)}。本次运行按表格里的时间模拟，不看真实时钟。`,
    `Demands collected on ${dayName(day.date, lang)}. The time of this run is made up from the file; no clock was read.`,
  ),
];

function counters({ day: { counts, assignments, unassigned }, say }: Page): readonly string[] {
  return [
    say(
      `长者 ${counts.residents}    服务者 ${counts.helpers}    结对 ${counts.ties}`,
      `residents ${counts.residents}    helpers ${counts.helpers}    ties ${counts.ties}`,
    ),
    say(
      `电访 ${counts.calls}：接通 ${counts.reached}，没打通 ${counts.notReached}（不算没有需求），拒绝 ${counts.refused}；还没打 ${counts.notCalled}`,
      `calls ${counts.calls}: reached ${counts.reached}, not reached ${counts.notReached} (not counted as no need), declined ${counts.refused}; not called yet ${counts.notCalled}`,
    ),
    say(
      `订单 ${counts.ordersInTime}（截止后 ${counts.lateOrders}）    服务需求 ${counts.serviceRequests}（其中截止后 ${counts.lateServiceRequests}）    紧急 ${counts.emergencies}`,
      `orders ${counts.ordersInTime} (late ${counts.lateOrders})    service requests ${counts.serviceRequests} (${counts.lateServiceRequests} of them late)    emergencies ${counts.emergencies}`,
    ),
    say(
      `已落实到人 ${assignments.length}    没有人能接 ${unassigned.length}`,
      `with one named person ${assignments.length}    with nobody ${unassigned.length}`,
    ),
  ];
}

function closing({ day: { rehearsal, store }, say }: Page): readonly string[] {
  return [
    say(
      `预演：如果都照单完成，本周期 ${rehearsal.in} 项 = 完成 ${rehearsal.done} + 取消 ${rehearsal.cancelled} + 转次日 ${rehearsal.carried} + 未结 ${rehearsal.open}（预演不写入数据）`,
      `Rehearsal: if everybody does as planned, ${rehearsal.in} in = ${rehearsal.done} done + ${rehearsal.cancelled} cancelled + ${rehearsal.carried} carried over + ${rehearsal.open} open (nothing of it is written down)`,
    ),
    store.unchanged
      ? say('数据：与已存的完全相同，没有改动任何内容。', 'Store: everything was there already; nothing was changed.')
      : say(
          `数据：新增 ${store.added} 条，更新 ${store.changed} 条。`,
          `Store: ${store.added} records added, ${store.changed} updated.`,
        ),
  ];
}
