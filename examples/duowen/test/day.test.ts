import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type DayReport, daySheet, type Rules, readRules } from '@linli/community';
import { runDay } from '@linli/community/simulate';
import { LocalDate } from '@linli/model';
import { memoryDriver, type StorageDriver } from '@linli/storage';
import { beforeAll, describe, expect, it } from 'vitest';
import { type RawCall, rawWorkbook, workbookUrl } from './raw-workbook.ts';

const date = LocalDate.parse('2026-11-23');
const shanghai = (wall: string): number => Date.parse(`${wall}+08:00`);
const clock = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 16);

let rules: Rules;
let driver: StorageDriver;
let day: DayReport;
let raw: Awaited<ReturnType<typeof rawWorkbook>>;
let commits = 0;

async function play(on: StorageDriver): Promise<DayReport> {
  const answer = await runDay({
    rules,
    workbook: await readFile(workbookUrl),
    date,
    driver: on,
    newCommitId: () => `commit-${commits++}`,
  });
  if (!answer.ok) throw new Error(JSON.stringify(answer.reasons));
  return answer.value;
}

beforeAll(async () => {
  const read = await readRules(fileURLToPath(new URL('../community', import.meta.url)));
  if (!read.ok) throw new Error(JSON.stringify(read.reasons));
  rules = read.value;
  driver = memoryDriver();
  day = await play(driver);
  raw = await rawWorkbook();
});

const nameOf = (id: string | null): string => day.people.find((person) => person.id === id)?.name ?? '?';
const inTime = ({ time }: RawCall): boolean => time < '16:00';
const wordsOf = (demandId: string): string => day.demands.find(({ demand }) => demand.id === demandId)?.demand.words ?? '';

describe('the Duowen day', () => {
  it('counts what the file says', () => {
    const { calls } = raw;
    const notReached = ['无人接听', '关机', '未接'];
    expect(day.counts).toEqual({
      residents: raw.elders,
      helpers: raw.helpers.length,
      ties: 584,
      calls: calls.length,
      reached: calls.filter(({ outcome }) => outcome === '已接通').length,
      notReached: calls.filter(({ outcome }) => notReached.includes(outcome)).length,
      refused: calls.filter(({ outcome }) => outcome === '拒绝').length,
      notCalled: 10,
      ordersInTime: calls.filter((call) => call.order !== '' && inTime(call)).length,
      lateOrders: calls.filter((call) => call.order !== '' && !inTime(call)).length,
      serviceRequests: calls.filter(({ request }) => request !== '').length,
      lateServiceRequests: calls.filter((call) => call.request !== '' && !inTime(call)).length,
      emergencies: calls.filter(({ emergency }) => emergency).length,
    });
  });

  it('D-30: every order and request before 16:00 has exactly one person, or every reason why not', () => {
    const wanted = raw.calls.filter((call) => inTime(call) && (call.order !== '' || call.request !== ''));
    const answers = [...day.assignments, ...day.unassigned].filter(({ demandId }) => demandId.startsWith('d-'));
    expect(answers.length).toBe(wanted.length);
    expect(new Set(answers.map(({ demandId }) => demandId)).size).toBe(answers.length);
    for (const call of wanted) {
      const words = call.request === '' ? '-goods' : call.request;
      const own = answers.filter(
        ({ demandId, residentId }) =>
          nameOf(residentId) === call.name &&
          demandId.includes(call.time.replace(':', '')) &&
          (words === '-goods' ? demandId.endsWith(words) : wordsOf(demandId) === words),
      );
      expect(own, `${call.time} ${call.name}`).toHaveLength(1);
    }
    for (const { reasons } of day.unassigned) expect(reasons.length).toBeGreaterThan(0);
  });

  it('gives a true reason: nobody on the list of helpers can do repairs', () => {
    const repairs = day.unassigned.filter(({ demandId }) => wordsOf(demandId) === '修灯泡');
    expect(repairs).toHaveLength(2);
    for (const { reasons } of repairs)
      expect(reasons.map(({ code, data }) => [code, data])).toEqual([['visit/no-skill', { skill: 'repair' }]]);
    expect(raw.helpers.filter(({ skills }) => skills.includes('维修'))).toEqual([]);
  });

  it('D-29: what came at or after 16:00 is in the next cycle, named', () => {
    const late = raw.calls.filter((call) => !inTime(call) && (call.order !== '' || call.request !== ''));
    expect(day.deferred.map(({ residentId, toDate }) => [nameOf(residentId), toDate])).toEqual(
      late.map(({ name }) => [name, '2026-11-24']),
    );
    const deferred = new Set(day.deferred.map(({ demandId }) => demandId));
    expect(day.assignments.filter(({ demandId }) => deferred.has(demandId))).toEqual([]);
  });

  it('D-37b: the emergency goes out of turn, on the day itself, within two hours', () => {
    const [call] = raw.calls.filter(({ emergency }) => emergency);
    const [emergency] = day.emergencies;
    expect(nameOf(emergency?.residentId ?? null)).toBe(call?.name);
    const sent = day.assignments.find(({ demandId }) => demandId === emergency?.demandId);
    expect(sent?.helperId).toBe(emergency?.helperId);
    expect(sent?.from).toBeGreaterThanOrEqual(shanghai('2026-11-23T13:03'));
    expect(sent?.from).toBeLessThanOrEqual(shanghai('2026-11-23T15:03'));
    expect(sent?.reasons.map(({ code }) => code)).toContain('emergency/out-of-turn');
  });

  it('D-28: who was not reached is called again by somebody, and is not counted as needing nothing', () => {
    const notReached = raw.calls.filter(({ outcome }) => ['无人接听', '关机', '未接'].includes(outcome)).map(({ name }) => name);
    expect(day.secondCalls.map(({ residentId }) => nameOf(residentId)).toSorted()).toEqual(notReached.toSorted());
    for (const { demandId } of [...day.secondCalls, ...day.firstCalls]) {
      const call = day.assignments.find((assignment) => assignment.demandId === demandId);
      expect(call?.mode).toBe('call');
      expect(clock(call?.from ?? 0) >= '2026-11-23T16:00' && clock(call?.until ?? 0) <= '2026-11-23T17:30').toBe(true);
    }
    expect(day.counts.reached + day.counts.notReached + day.counts.refused).toBe(day.counts.calls);
  });

  it('D-32: goods are delivered inside 13:00-16:00 of the next day, services inside the working windows', () => {
    for (const { mode, from, until, demandId } of day.assignments) {
      if (mode === 'call' || day.emergencies.some((one) => one.demandId === demandId)) continue;
      const [start, end] = [clock(from), clock(until)];
      const delivered = start >= '2026-11-24T13:00' && end <= '2026-11-24T16:00';
      const executed = start >= '2026-11-24T08:30' && end <= '2026-11-24T12:00';
      expect(mode === 'door' || mode === 'pickup' ? delivered : delivered || executed, `${demandId} ${start}`).toBe(true);
    }
  });

  it('nobody is in two places, and nobody serves themselves', () => {
    const spans = [...day.assignments, ...day.purchases.buyers].flatMap(({ helperId, from, until }) =>
      helperId === null || from === null || until === null ? [] : [{ helperId, from, until }],
    );
    for (const a of spans) {
      for (const b of spans) {
        if (a !== b && a.helperId === b.helperId) expect(a.until <= b.from || b.until <= a.from).toBe(true);
      }
    }
    for (const { helperId, residentId } of day.assignments) expect(helperId).not.toBe(residentId);
  });

  it('people are planned only when they said they are free (Tuesday 24 November)', () => {
    for (const { helperId, from, mode, demandId } of day.assignments) {
      const helper = raw.helpers.find(({ name }) => name === nameOf(helperId));
      const hour = clock(from).slice(11);
      if (mode === 'call' || day.emergencies.some((one) => one.demandId === demandId)) continue;
      const said = helper?.availability ?? '';
      if (said === '上午') expect(hour < '12:00', `${helper?.name} ${hour}`).toBe(true);
      if (said === '下午' || said === '周二、周四下午' || said.startsWith('中班'))
        expect(hour >= '13:00', `${helper?.name} ${hour}`).toBe(true);
      expect(said, helper?.name).not.toBe('周末');
      expect(said, helper?.name).not.toBe('工作日 18:00后');
    }
  });

  it('nobody under 18 is sent alone', () => {
    const minors = raw.helpers.filter(({ bornText }) => /^20(09|10)/.test(bornText)).map(({ name }) => name);
    expect(minors).toHaveLength(3);
    const sent = new Set(day.assignments.map(({ helperId }) => nameOf(helperId)));
    for (const name of minors) expect(sent.has(name)).toBe(false);
  });

  it('holds back the resident entered twice and the rounded identity number, each located', () => {
    expect(day.refusedRows.map(({ sheet, row, column, code }) => [sheet, row, column, code])).toEqual([
      ['独居长者花名册', 155, '身份证号', 'identity/rounded'],
      ['独居长者花名册', 154, null, 'resident/duplicate'],
    ]);
    for (const { zh, en } of day.refusedRows) expect(zh.length > 0 && en.length > 0 && !en.includes('{')).toBe(true);
    expect(day.people.filter(({ name }) => name === '毛英秀')).toHaveLength(1);
    expect(day.people.filter(({ name }) => name === '周玉珍')).toHaveLength(0);
  });

  it('two women of one name in one unit stay two people, and nobody guesses which of them called', () => {
    const namesakes = day.people.filter(({ name }) => name === '李秀英');
    expect(namesakes).toHaveLength(2);
    const doors = day.doors.filter(({ residentId }) => namesakes.some(({ id }) => id === residentId));
    expect(doors.map(({ address }) => address?.door).toSorted()).toEqual(['1402', '1502']);
    expect(
      day.warnings.filter(({ code, sheet }) => code === 'mention/ambiguous' && sheet === '电访需求登记').map(({ row }) => row),
    ).toEqual([50, 118]);
  });

  it('D-68: givers who also receive are one person', () => {
    const both = day.people.filter(({ resident, helper }) => resident && helper).map(({ name }) => name);
    expect(both.toSorted()).toEqual(['丁春华', '余福建', '潘国建']);
  });

  it('D-33, D-34: to the door for a stated reason, others pick up', () => {
    const goods = day.assignments.filter(({ mode }) => mode === 'door' || mode === 'pickup');
    expect(goods).toHaveLength(day.counts.ordersInTime);
    for (const { mode, reasons } of goods) expect(reasons[0]?.code.startsWith(mode === 'door' ? 'door/' : 'pickup/')).toBe(true);
  });

  it('D-36: what is bought is what was ordered', () => {
    const eggs = raw.calls
      .filter(inTime)
      .flatMap(({ order }) => [...order.matchAll(/鸡蛋(\d+)个/g)].map(([, count]) => Number(count)));
    const line = day.purchases.lines.find(({ item }) => item === '鸡蛋');
    expect(line?.quantity).toBe(eggs.reduce((sum, count) => sum + count, 0));
    const bought = new Set(day.purchases.buyers.flatMap(({ demandIds }) => demandIds));
    expect(bought.size).toBe(day.counts.ordersInTime);
  });

  it('every one of the 1,800 services is credited, waiting or refused, and the ledger balances', () => {
    const sum = (field: 'services' | 'credited' | 'pending' | 'refused'): number =>
      day.credits.reduce((total, credit) => total + credit[field], 0);
    expect(sum('services')).toBe(1800);
    expect(sum('credited') + sum('pending') + sum('refused')).toBe(1800);
    for (const { refusals, pending, refused } of day.credits)
      expect(refusals.reduce((total, { count }) => total + count, 0)).toBeGreaterThanOrEqual(pending + refused);
  });

  it('reports knocks due and thin spots by name', () => {
    expect(day.knocksDue.filter(({ duty }) => duty === 'neighbour-knock').length).toBeGreaterThanOrEqual(143);
    expect(
      day.gaps
        .filter(({ code }) => code === 'resident/isolated')
        .map(({ residentId }) => nameOf(residentId))
        .toSorted(),
    ).toEqual(['傅华云', '钱莲莲']);
  });

  it('the rehearsal loses nothing: in = done + cancelled + carried + open', () => {
    const { rehearsal } = day;
    expect(rehearsal.in).toBe(day.counts.ordersInTime + day.counts.serviceRequests - day.counts.lateServiceRequests);
    expect(rehearsal.done + rehearsal.cancelled + rehearsal.carried + rehearsal.open).toBe(rehearsal.in);
    expect(rehearsal.open).toBe(0);
  });

  it('the same day again on the same store changes nothing, says so and plans the same', async () => {
    expect(day.store.unchanged).toBe(false);
    const again = await play(driver);
    expect(again.store).toEqual({ added: 0, changed: 0, unchanged: true });
    expect({ ...again, store: null }).toEqual({ ...day, store: null });
    expect(daySheet(again, rules, 'zh')).toContain('没有改动任何内容');
    expect(daySheet(again, rules, 'en')).toContain('nothing was changed');
  });

  it('prints a sheet in both languages without an empty place or an unknown code', () => {
    for (const lang of ['zh', 'en'] as const) {
      const sheet = daySheet(day, rules, lang);
      expect(sheet).not.toMatch(/\{\w+\}|undefined|\[object/);
      expect(sheet.split('\n').length).toBeGreaterThan(200);
    }
  });

  it('A1: no diagnosis, allergy or identity number is in the day at all', () => {
    const text = JSON.stringify(day);
    for (const secret of ['高血压', '糖尿病', '冠心病', '过敏', '9999991']) expect(text).not.toContain(secret);
  });
});
