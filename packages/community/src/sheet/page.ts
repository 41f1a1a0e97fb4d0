import type { Instant, Lang, LocalDate, PersonId, Text, Zone } from '@linli/model';
import { localDateOf, printAddress, wallTimeOf, weekdayOf } from '@linli/model';
import type { DoorView } from '@linli/registry';
import type { DayReport, PersonInReport } from '../report/day-report.ts';
import { type Speaker, speakerOf } from '../report/speaker.ts';
import type { Rules } from '../rules/rules.ts';

/** What every section of the sheet needs: the day, the language, and names for what the day only has ids for. */
export interface Page {
  readonly day: DayReport;
  readonly lang: Lang;
  readonly speaker: Speaker;
  /** The sheet's own words. */
  say(zh: string, en: string): string;
  text(text: Text): string;
  readonly colon: string;
  time(at: number): string;
  /** The day stands before the times where it is not the service day: calls and emergencies are on the evening before. */
  span(from: number, until: number): string;
  person(id: PersonId | null): string;
  /** A helper with role and grid, as a heading. */
  helper(id: PersonId): string;
  /** A resident as somebody at the door may know them: the door and a form of address. */
  door(id: PersonId | null): string;
  /** A resident as whoever makes the call may know them: name and number. */
  phone(id: PersonId | null): string;
}

const weekdays: Text[] = [
  { zh: '周一', en: 'Monday' },
  { zh: '周二', en: 'Tuesday' },
  { zh: '周三', en: 'Wednesday' },
  { zh: '周四', en: 'Thursday' },
  { zh: '周五', en: 'Friday' },
  { zh: '周六', en: 'Saturday' },
  { zh: '周日', en: 'Sunday' },
];

export function dayName(date: LocalDate, lang: Lang): string {
  const weekday = weekdays[weekdayOf(date) - 1]?.[lang];
  return lang === 'zh' ? `${date}（${weekday}）` : `${date} (${weekday})`;
}

export function pageOf(day: DayReport, rules: Rules, lang: Lang): Page {
  const people = new Map(day.people.map((person) => [person.id, person]));
  const phones = new Map(day.phones.map((phone) => [phone.residentId, phone]));
  const doors = new Map(day.doors.map((door) => [door.residentId, door]));
  const speaker = speakerOf(rules);
  const zone = day.community.zone as Zone;
  const time = (at: number): string => wallTimeOf(at as Instant, zone);
  const say = (zh: string, en: string): string => (lang === 'zh' ? zh : en);
  return {
    day,
    lang,
    speaker,
    say,
    text: (text) => text[lang],
    colon: say('：', ': '),
    time,
    span: (from, until) => {
      const on = localDateOf(from as Instant, zone);
      return `${on === day.serviceDate ? '' : `${on.slice(5)} `}${time(from)}-${time(until)}`;
    },
    person: (id) => (id === null ? say('（分不清是哪一位）', '(not certain who)') : (people.get(id)?.name ?? id)),
    helper: (id) => helperHeading(people.get(id), say, speaker, lang),
    phone: (id) => {
      const phone = id === null ? undefined : phones.get(id);
      return phone === undefined ? '?' : `${phone.name} ${phone.phone ?? say('无电话', 'no phone')}`;
    },
    door: (id) => doorLine(id === null ? undefined : doors.get(id), say),
  };
}

function helperHeading(person: PersonInReport | undefined, say: Page['say'], speaker: Speaker, lang: Lang): string {
  if (person === undefined) return '?';
  const role = person.role === null ? '' : speaker.name('role', person.role)[lang];
  const grid = person.grid === null ? '' : say(`，第${person.grid}网格`, `, grid ${person.grid}`);
  return say(`${person.name}（${role}${grid}）`, `${person.name} (${role}${grid})`);
}

function doorLine(door: DoorView | undefined, say: Page['say']): string {
  if (door === undefined) return say('（分不清是哪一位长者）', '(not certain which resident)');
  const polite = door.sex === null ? '长者' : door.sex === 'female' ? '奶奶' : '爷爷';
  const address = door.address === null ? say('地址不明', 'address not known') : printAddress(door.address);
  const climb =
    door.hasLift === false && door.floor !== null && door.floor > 1
      ? say(`，${door.floor}楼无电梯`, `, floor ${door.floor}, no lift`)
      : '';
  const care = door.approach
    .map((code) => approachWords[code]?.[say('zh', 'en') as Lang] ?? code)
    .map((words) => say(`，${words}`, `, ${words}`));
  return `${address} ${door.surname}${polite}${climb}${care.join('')}`;
}

const approachWords: Readonly<Record<string, Text>> = {
  deaf: { zh: '听不见，按门灯', en: 'deaf: use the door lamp' },
  'dialect-only': { zh: '只讲方言', en: 'speaks dialect only' },
  'no-home-visits': { zh: '不接受上门', en: 'wants no home visits' },
};
