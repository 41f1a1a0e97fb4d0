import { parseDefinitionFile } from '@linli/community';
import { writeCalendar } from '@linli/interop';
import { addDays, type Instant, type Lang, wallTimeOf } from '@linli/model';
import { explain, holesIn, type Rota, RotaEvent, rotaDays, rotaEvents } from '@linli/windows';
import type { Asked } from '../arguments.ts';
import { type Failure, failure, isFailure } from '../failure.ts';
import { loadRuleText } from '../load.ts';
import { exitCodes, type Terminal } from '../terminal.ts';
import { writeText } from '../write-file.ts';

/** What `--json` says; an earlier one is read again for its events. */
const FORMAT = 'linli-windows-rota/1';

const DEFAULT_DAYS = 7;
const LONGEST_DAYS = 366;

/**
 * Who is on duty from `--date` on, holes named, and the same as a calendar to subscribe to. `--before` holds what was sent
 * the last time: events that fell away are sent as cancelled, because a calendar that never hears of it goes on showing them.
 */
export async function showRota(asked: Asked, terminal: Terminal, lang: Lang, now: Instant): Promise<Failure | undefined> {
  const rota = await rotaIn(asked.words[1], terminal);
  if (isFailure(rota)) return rota;
  const { date: from } = asked;
  if (from === undefined) return failure(exitCodes.usage, { code: 'option/missing', data: { option: '--date' } });
  const count = asked.days === undefined ? DEFAULT_DAYS : Number(asked.days);
  if (!Number.isSafeInteger(count) || count < 1 || count > LONGEST_DAYS) {
    const data = { option: '--days', value: asked.days ?? '', allowed: `1, ..., ${LONGEST_DAYS}` };
    return failure(exitCodes.usage, { code: 'option/invalid', data });
  }
  const before = await sentBefore(asked.before, terminal);
  if (isFailure(before)) return before;

  const until = addDays(from, count);
  const days = rotaDays(rota, from, until, null);
  const holes = holesIn(rota, from, until, null);
  const events = rotaEvents(before, days, { from, until });
  if (asked.output !== undefined) {
    const failed = await writeText(asked.output, calendarOf(rota, events, lang, now), terminal);
    if (failed !== undefined) return failed;
  }
  if (asked.json) {
    const kept = { format: FORMAT, rota: rota.id, edition: rota.edition, from, until, days, holes, events };
    terminal.out(`${JSON.stringify(kept, null, 2)}\n`);
    return undefined;
  }
  terminal.out(days.map((day) => `${lineOf(rota, day, lang)}\n`).join(''));
  const all = lang === 'zh' ? `空班 ${holes.length} 个` : `${holes.length} ${holes.length === 1 ? 'hole' : 'holes'}`;
  terminal.out(`${all}\n`);
  return undefined;
}

async function rotaIn(file: string | undefined, terminal: Terminal): Promise<Rota | Failure> {
  if (file === undefined) return failure(exitCodes.usage, { code: 'option/missing', data: { option: 'FILE' } });
  const text = await loadRuleText(file, terminal);
  if (typeof text !== 'string') return text;
  const parsed = parseDefinitionFile(file, text);
  if (!parsed.ok) return failure(exitCodes.rules, ...parsed.reasons);
  const { value } = parsed;
  if (value.format === 'linli-rota/1') return value;
  return failure(exitCodes.input, { code: 'rota/not-one', data: { file, format: value.format } });
}

async function sentBefore(file: string | undefined, terminal: Terminal): Promise<readonly RotaEvent[] | Failure> {
  if (file === undefined) return [];
  const text = await loadRuleText(file, terminal);
  if (typeof text !== 'string') return text;
  const kept = jsonIn(text);
  const isOurs = typeof kept === 'object' && kept !== null && 'format' in kept && kept.format === FORMAT && 'events' in kept;
  const sent = RotaEvent.array().safeParse(isOurs ? kept.events : undefined);
  return sent.success ? sent.data : failure(exitCodes.input, { code: 'rota/before-not-one', data: { file } });
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const slotName = (rota: Rota, slotId: string, lang: Lang): string =>
  rota.slots.find(({ id }) => id === slotId)?.name[lang] ?? slotId;

function lineOf(rota: Rota, day: ReturnType<typeof rotaDays>[number], lang: Lang): string {
  const time = `${wallTimeOf(day.span.from, rota.zone)}-${wallTimeOf(day.span.until, rota.zone)}`;
  const people = day.helpers.map(({ helperId }) => helperId).join(lang === 'zh' ? '、' : ', ');
  const why = day.reasons.map((reason) => explain(reason, lang)).join(' ');
  return [day.date, time, slotName(rota, day.slotId, lang), people || '-', why].filter((part) => part !== '').join('  ');
}

const calendarOf = (rota: Rota, events: readonly RotaEvent[], lang: Lang, at: Instant): string =>
  writeCalendar(
    events.map(({ id, slotId, helperId, span, status, sequence }) => ({
      id,
      ...span,
      status,
      sequence,
      summary: `${slotName(rota, slotId, lang)} ${helperId}`,
    })),
    { name: rota.name[lang], zone: rota.zone, at },
  );
