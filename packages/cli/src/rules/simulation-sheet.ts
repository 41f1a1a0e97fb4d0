import { type Lang, say as sayReason, type Texts } from '@linli/model';
import { amountLabel, timebankTexts } from '@linli/timebank';
import type { Simulation } from '@linli/timebank/review';
import { creditWords, timeWords } from './spoken.ts';

const texts: Texts = timebankTexts;
const permille = (value: number): string => (value / 1000).toFixed(3);

/** What a simulation came to, for people to read. */
export function simulationSheet(result: Simulation, lang: Lang): string {
  const say = (zh: string, en: string): string => (lang === 'zh' ? zh : en);
  const { totals, unit, spread, otherSpread, budget } = result;
  const credit = (seconds: number): string => creditWords(seconds, unit, lang);
  const units = (count: number): string => amountLabel(lang, unit)('ofUnits', count);
  const time = (seconds: number): string => timeWords(seconds, lang);
  const change = (seconds: number): string => `${seconds > 0 ? '+' : ''}${time(seconds)}`;
  const other = result.against ?? say('实际服务时间', 'plain hours');
  const ends = result.people.filter(({ changeSeconds }) => changeSeconds !== 0);
  const gain = ends.filter(({ changeSeconds }) => changeSeconds > 0).slice(0, 5);
  const lose = ends
    .filter(({ changeSeconds }) => changeSeconds < 0)
    .slice(-5)
    .reverse();
  const person = ({ helperId, role, otherSeconds, seconds, changeSeconds }: Simulation['people'][number]): string =>
    `  ${helperId}${role === '' ? '' : ` (${role})`}: ${time(otherSeconds)} → ${time(seconds)}  ${change(changeSeconds)}`;
  return [
    `${result.packId}/${result.edition}  ${result.from ?? '-'} – ${result.until ?? '-'}`,
    say(
      `服务 ${totals.services} 次：记入 ${totals.credited}，待补证明 ${totals.pending}，不记 ${totals.refused}`,
      `${totals.services} services: ${totals.credited} credited, ${totals.pending} wait for proof, ${totals.refused} refused`,
    ),
    say(
      `实际服务 ${time(totals.servedSeconds)}；记入 ${credit(totals.seconds)}`,
      `${time(totals.servedSeconds)} served; ${credit(totals.seconds)} credited`,
    ) +
      say(
        `；公益池 ${units(totals.poolUnits)}，只计荣誉 ${units(totals.honourUnits)}`,
        `; pool ${units(totals.poolUnits)}, for honours only ${units(totals.honourUnits)}`,
      ),
    '',
    say(
      `与${other}相比：增加 ${result.gainers} 人，减少 ${result.losers} 人，不变 ${result.unchanged} 人`,
      `against ${other}: ${result.gainers} gain, ${result.losers} lose, ${result.unchanged} stay as they are`,
    ),
    ...gain.map(person),
    ...(gain.length > 0 && lose.length > 0 ? ['  …'] : []),
    ...lose.map(person),
    '',
    say('按身份', 'by role'),
    ...result.roles.map(
      ({ role, people, otherSeconds, seconds, changeSeconds }) =>
        `  ${role === '' ? say('身份未登记', 'role not known') : role}: ${people} ${say('人', 'people')}, ${time(otherSeconds)} → ${time(seconds)}  ${change(changeSeconds)}`,
    ),
    '',
    ...(result.refusals.length === 0
      ? []
      : [say('没有记入的原因（次数，其中待补）', 'why nothing was credited (services, of which waiting)')]),
    ...result.refusals.map(
      ({ code, services, pending }) => `  ${services} (${pending})  ${bare(sayReason(texts, { code }, lang))}  [${code}]`,
    ),
    ...(result.refusals.length === 0 ? [] : ['']),
    say(
      `分布：最少 ${time(spread.leastSeconds)}，中位 ${time(spread.middleSeconds)}，最多 ${time(spread.mostSeconds)}；基尼系数 ${permille(spread.giniPermille)}（对照 ${permille(otherSpread.giniPermille)}）`,
      `spread: least ${time(spread.leastSeconds)}, middle ${time(spread.middleSeconds)}, most ${time(spread.mostSeconds)}; gini ${permille(spread.giniPermille)} (the other ${permille(otherSpread.giniPermille)})`,
    ),
    say(`待兑付 ${credit(budget.owedSeconds)}`, `owed to people: ${credit(budget.owedSeconds)}`),
    ...budget.offers.map(
      ({ offer, pieces, gives }) =>
        `  ${say(`若全部兑换“${offer}”：${pieces} 份`, `all of it on ${offer}: ${pieces}`)}${gives === null ? '' : `, ${gives.coins} ${gives.asset} ${say('（最小币值）', '(smallest coins)')}`}`,
    ),
    ...budget.grants.map(
      ({ code, people, units: granted, from }) =>
        `  ${say(`赠与“${code}”：${people} 人，${units(granted)}（${from}）`, `grant ${code}: ${people} people, ${units(granted)} (${from})`)}`,
    ),
    '',
  ].join('\n');
}

/** A text for many services at once: without the numbers of any of them. */
const bare = (text: string): string => text.replace(/[（(]?\{\w+\}[）)]?/g, '…');
