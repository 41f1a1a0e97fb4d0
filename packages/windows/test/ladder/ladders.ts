import { Instant, instantAt, LocalDate, PersonId, WallTime } from '@linli/model';
import { duowenLadder } from '../../src/ladder/duowen-ladder.ts';
import { ladder } from '../../src/ladder/ladder.ts';
import { LadderDefinition, type Rung } from '../../src/ladder/ladder-definition.ts';
import type { LadderEffect } from '../../src/ladder/ladder-effect.ts';
import type { LadderEvent } from '../../src/ladder/ladder-event.ts';
import type { LadderTypes } from '../../src/ladder/ladder-types.ts';
import { type Ladder, type LadderOpening, openLadder } from '../../src/ladder/open-ladder.ts';
import type { KnownBy, Outcome } from '../../src/ladder/outcome.ts';
import { drive, type Stamped, type Step, type Tick } from '../../src/process/drive.ts';

export const person = (id: string): PersonId => PersonId.parse(id);
export const jia = person('resident-jia');
/** `2020-03-30 09:00` on the wall of Wuhan. */
export const at = (text: string): Instant => {
  const [date, time] = text.split(' ');
  return instantAt(LocalDate.parse(date), WallTime.parse(time), duowenLadder.zone);
};
export const minutes = (from: Instant, count: number): Instant => Instant.parse(from + count * 60_000);

const text = { zh: '级', en: 'rung' };
/** A rung that asks one neighbour and waits ten minutes, but for what is said. */
export const rung = (id: string, change: Partial<Rung> = {}): Rung => ({
  id,
  name: text,
  roles: [id],
  channel: 'phone',
  services: [],
  people: 1,
  quorum: 1,
  waitSeconds: 600,
  together: false,
  inQuietHours: 'ask',
  ...change,
});
/** Neighbour 10 minutes, committee 10, emergency 30; a report within 20; one flag to each of the two upper rungs. */
export const small = (change: Partial<LadderDefinition> = {}): LadderDefinition =>
  LadderDefinition.parse({
    format: 'linli-ladder/1',
    id: 'small',
    edition: 1,
    name: text,
    source: { title: 'made up for this test', confidence: 'assumed' },
    zone: 'Asia/Shanghai',
    rungs: [rung('neighbour'), rung('committee'), rung('emergency', { services: ['120'], waitSeconds: 1800 })],
    quietHours: null,
    redFlags: [
      { code: 'paper', name: text, toRung: 'committee' },
      { code: 'cry', name: text, toRung: 'emergency' },
    ],
    reportSeconds: 1200,
    afterSilence: 'absolute',
    silenceSeconds: 120,
    keysFromRung: 'committee',
    keyVerifiedForDays: 30,
    guide: { roles: ['grid-worker'], people: 1 },
    answerableRoles: ['social-worker'],
    followUps: [
      { outcome: 'fallen', roles: ['social-worker'], withinSeconds: 3600 },
      { outcome: 'hospital', roles: ['social-worker'], withinSeconds: 7200 },
    ],
    ...change,
  });

export const opened = (definition: LadderDefinition = small(), change: Partial<LadderOpening> = {}): Ladder =>
  openLadder('jia', { definition, residentId: jia, keyHolders: [], consent: 'not-asked', ...change });

/** Events with ids of their own: the time, the kind and who. */
export const knock = (when: Instant, by = 'chen'): LadderEvent => ({
  type: 'knock-unanswered',
  id: `knock-${when}`,
  at: when,
  by: person(by),
});
export const tick = (when: Instant): Tick => ({ type: 'tick', id: `tick-${when}`, at: when });
export const answer = (type: 'acknowledged' | 'declined', when: Instant, by: string, of: string): LadderEvent => ({
  type,
  id: `${type}-${by}-${when}`,
  at: when,
  by: person(by),
  rung: of,
});
export const noReply = (when: Instant, who: string, of: string): LadderEvent => ({
  type: 'no-reply',
  id: `no-reply-${who}-${when}`,
  at: when,
  personId: person(who),
  rung: of,
});
export const asked = (when: Instant, of: string, ...people: readonly string[]): LadderEvent => ({
  type: 'asked',
  id: `asked-${of}-${when}`,
  at: when,
  rung: of,
  people: people.map(person),
});
export const flag = (when: Instant, code: string, by = 'chen'): LadderEvent => ({
  type: 'red-flag',
  id: `flag-${code}-${when}`,
  at: when,
  by: person(by),
  code,
});
export const entry = (
  when: Instant,
  result: 'entered' | 'key-failed' | 'unavailable' | 'chained',
  holder: string | null = null,
): LadderEvent => ({
  type: 'entry-tried',
  id: `entry-${result}-${holder}-${when}`,
  at: when,
  by: person(holder ?? 'chen'),
  keyHolderId: holder === null ? null : person(holder),
  result,
});
export const outcome = (when: Instant, what: Outcome, known: KnownBy, role: string | null = null, by = 'chen'): LadderEvent => ({
  type: 'outcome',
  id: `outcome-${what}-${known}-${by}-${when}`,
  at: when,
  by: person(by),
  outcome: what,
  known,
  role,
});

export type Told = Stamped<LadderEffect>;
export interface Story {
  readonly ladder: Ladder;
  readonly effects: readonly Told[];
  /** The answer to the last event. */
  readonly last: Step<LadderTypes>;
}

/** Plays events in order and keeps every effect. */
export function play(start: Ladder, ...events: readonly (LadderEvent | Tick)[]): Story {
  let snapshot = start;
  const effects: Told[] = [];
  let last: Step<LadderTypes> = { snapshot, effects: [], passed: [], reasons: [], isTaken: true };
  for (const event of events) {
    last = drive(ladder, snapshot, event);
    snapshot = last.snapshot;
    effects.push(...last.effects);
  }
  return { ladder: snapshot, effects, last };
}

export const only = <Type extends LadderEffect['type']>(
  effects: readonly Told[],
  type: Type,
): readonly Extract<Told, { readonly type: Type }>[] =>
  effects.filter((effect): effect is Extract<Told, { readonly type: Type }> => effect.type === type);

/** The rungs that were asked, in order, with the minutes since `from`: `neighbour+0`. */
export const askedRungs = (effects: readonly Told[], from: Instant): readonly string[] =>
  effects.flatMap((effect) =>
    effect.type === 'ask' || effect.type === 'call-emergency' ? [`${effect.rung}+${(effect.at - from) / 60_000}`] : [],
  );
export const codes = ({ last }: Story): readonly string[] => last.reasons.map(({ code }) => code);
