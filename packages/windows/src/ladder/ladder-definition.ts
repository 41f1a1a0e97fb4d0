import { type Decision, Text, Zone } from '@linli/model';
import * as z from 'zod';
import { checkFlaws, type Flaw, parseLocated } from '../parse-located.ts';
import { Outcome } from './outcome.ts';
import { areEmpty, QuietHours } from './quiet-hours.ts';

/** How people are asked. `alarm`: a bell or a lamp that rings by itself. */
export const AskChannel = z.enum(['door', 'phone', 'message', 'alarm']);
export type AskChannel = z.infer<typeof AskChannel>;

const Roles = z.array(z.string().min(1)).min(1).readonly();
/** At most a day: a rung that waits longer is no rung. */
const WaitSeconds = z.int().positive().max(86_400);

/** One rung: whom to ask, how, and how long to wait. */
export const Rung = z
  .strictObject({
    id: z.string().min(1),
    name: Text,
    /** Any of them. */
    roles: Roles,
    channel: AskChannel,
    /** Numbers of the emergency services, such as `120`. Only the last rung calls them, and it must. */
    services: z.array(z.string().min(1)).readonly(),
    /** How many people are asked. */
    people: z.int().positive(),
    /** How many of them must say that they go before the ladder rests. */
    quorum: z.int().positive(),
    waitSeconds: WaitSeconds,
    /** Asked at the same time as the rung before. */
    together: z.boolean(),
    /** What becomes of it when its turn comes in quiet hours. Once a red flag stands, every rung asks. */
    inQuietHours: z.enum(['ask', 'wait-until-morning']),
  })
  .readonly();
export interface Rung extends z.infer<typeof Rung> {}

type ShapeCode =
  | 'ladder-definition/rung-twice'
  | 'ladder-definition/quorum-above-people'
  | 'ladder-definition/nothing-to-be-together-with'
  | 'ladder-definition/together-but-not-at-night'
  | 'ladder-definition/no-emergency-at-the-end'
  | 'ladder-definition/emergency-before-the-end'
  | 'ladder-definition/emergency-waits'
  | 'ladder-definition/quiet-hours-missing'
  | 'ladder-definition/quiet-hours-empty'
  | 'ladder-definition/flag-twice'
  | 'ladder-definition/unknown-rung';

/** Why a definition is refused. `data.path` says where, as `rungs.2.quorum`. */
export type LadderDefinitionCode = 'ladder-definition/malformed' | ShapeCode;

interface Shape {
  readonly rungs: readonly Rung[];
  readonly quietHours: QuietHours | null;
  readonly redFlags: readonly { readonly code: string; readonly toRung: string }[];
  readonly keysFromRung: string;
}

function rungFlaws({ rungs, quietHours }: Shape): readonly Flaw<ShapeCode>[] {
  const flaws: Flaw<ShapeCode>[] = [];
  for (const [index, rung] of rungs.entries()) {
    const found = (code: ShapeCode, field: keyof Rung): void => void flaws.push({ code, path: ['rungs', index, field] });
    const previous = rungs[index - 1];
    const isLast = index === rungs.length - 1;
    const waits = rung.inQuietHours === 'wait-until-morning';
    if (rungs.findIndex(({ id }) => id === rung.id) < index) found('ladder-definition/rung-twice', 'id');
    if (rung.quorum > rung.people) found('ladder-definition/quorum-above-people', 'quorum');
    if (rung.together && previous === undefined) found('ladder-definition/nothing-to-be-together-with', 'together');
    if (rung.together && previous !== undefined && previous.inQuietHours !== rung.inQuietHours)
      found('ladder-definition/together-but-not-at-night', 'inQuietHours');
    if (isLast && rung.services.length === 0) found('ladder-definition/no-emergency-at-the-end', 'services');
    if (!isLast && rung.services.length > 0) found('ladder-definition/emergency-before-the-end', 'services');
    if (isLast && waits) found('ladder-definition/emergency-waits', 'inQuietHours');
    if (waits && quietHours === null) found('ladder-definition/quiet-hours-missing', 'inQuietHours');
  }
  return flaws;
}

function flawsOf(shape: Shape): readonly Flaw<ShapeCode>[] {
  const flaws = [...rungFlaws(shape)];
  const isRung = (id: string): boolean => shape.rungs.some((rung) => rung.id === id);
  if (shape.quietHours !== null && areEmpty(shape.quietHours))
    flaws.push({ code: 'ladder-definition/quiet-hours-empty', path: ['quietHours', 'until'] });
  for (const [index, { code, toRung }] of shape.redFlags.entries()) {
    if (shape.redFlags.findIndex((flag) => flag.code === code) < index)
      flaws.push({ code: 'ladder-definition/flag-twice', path: ['redFlags', index, 'code'] });
    if (!isRung(toRung)) flaws.push({ code: 'ladder-definition/unknown-rung', path: ['redFlags', index, 'toRung'] });
  }
  if (!isRung(shape.keysFromRung)) flaws.push({ code: 'ladder-definition/unknown-rung', path: ['keysFromRung'] });
  return flaws;
}

/**
 * Who is asked, and when, after a knock that nobody answered. `format` is ours; `id` and `edition` are theirs.
 * The order of the rungs is the order of asking. The last one calls the emergency services, whatever came before.
 */
export const LadderDefinition = z
  .strictObject({
    format: z.literal('linli-ladder/1'),
    id: z.string().min(1),
    edition: z.int().positive(),
    name: Text,
    source: z.strictObject({ title: z.string().min(1), confidence: z.enum(['read', 'reported', 'assumed']) }).readonly(),
    zone: Zone,
    rungs: z.array(Rung).min(1).readonly(),
    quietHours: QuietHours.nullable(),
    /** What somebody may notice that does not wait its turn. A flag that is not listed goes to the last rung. */
    redFlags: z.array(z.strictObject({ code: z.string().min(1), name: Text, toRung: z.string().min(1) }).readonly()).readonly(),
    /** How long whoever said "I go" has before he must report; then the ladder goes on. */
    reportSeconds: WaitSeconds,
    /**
     * What a wait is worth that the machine slept through. `absolute`: it is over when it was due. `remaining`: what was left
     * at the last thing heard. `restart`: all of it again. The latter two once for each wait, so that none of them is for ever.
     */
    afterSilence: z.enum(['absolute', 'remaining', 'restart']),
    /** A wake-up later than this was a silence. */
    silenceSeconds: z.int().nonnegative(),
    /** The first rung on which key-holders are asked as well, one for every rung and all on the last. */
    keysFromRung: z.string().min(1),
    /** A key tried longer ago than this many days counts as stale. */
    keyVerifiedForDays: z.int().positive(),
    /** Who waits at the corner and shows the services the way; null where nobody need. */
    guide: z.strictObject({ roles: Roles, people: z.int().positive() }).readonly().nullable(),
    /** Roles that are told of everything that is not well, and whose word confirms a hospital and a death. */
    answerableRoles: Roles,
    followUps: z
      .array(z.strictObject({ outcome: Outcome, roles: Roles, withinSeconds: z.int().positive() }).readonly())
      .readonly(),
  })
  .check(checkFlaws<Shape>(flawsOf))
  .readonly();
export interface LadderDefinition extends z.infer<typeof LadderDefinition> {}

/** A definition from outside. Every flaw is named with its path; nothing is repaired in silence. */
export const parseLadderDefinition = (input: unknown): Decision<LadderDefinition, LadderDefinitionCode> =>
  parseLocated<LadderDefinition, 'ladder-definition/malformed', ShapeCode>(
    LadderDefinition,
    'ladder-definition/malformed',
    input,
  );
