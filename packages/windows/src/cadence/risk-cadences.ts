import { type Decision, no, Text, yes } from '@linli/model';
import * as z from 'zod';
import { checkFlaws, type Flaw, parseLocated } from '../parse-located.ts';
import { type ContactCadence, Counting, Pace } from './contact-status.ts';
import visiting from './presets/visiting-2022.json' with { type: 'json' };

const Level = z
  .strictObject({
    level: z.string().min(1),
    name: Text,
    cadence: Pace,
    /** In touch again within so many hours of a major change; null where the standard asks for nothing. */
    afterChangeHours: z.int().positive().nullable(),
  })
  .readonly();

/** Why a standard is refused. `data.path` says where. */
export type RiskFlawCode = 'cadence/malformed' | 'cadence/level-twice';

interface Shape {
  readonly levels: readonly { readonly level: string }[];
}

const flawsOf = ({ levels }: Shape): readonly Flaw<'cadence/level-twice'>[] =>
  levels.flatMap(({ level }, index) =>
    levels.findIndex((one) => one.level === level) < index
      ? [{ code: 'cadence/level-twice', path: ['levels', index, 'level'] }]
      : [],
  );

/** How often by risk: a visiting standard as data. */
export const RiskCadences = z
  .strictObject({
    format: z.literal('linli-risk-cadences/1'),
    id: z.string().min(1),
    edition: z.int().positive(),
    name: Text,
    source: z.strictObject({ title: z.string().min(1), confidence: z.enum(['read', 'reported', 'assumed']) }).readonly(),
    week: Counting,
    levels: z.array(Level).min(1).readonly(),
  })
  .check(checkFlaws<Shape>(flawsOf))
  .readonly();
export interface RiskCadences extends z.infer<typeof RiskCadences> {}

/** A standard from outside. Every flaw is named with its path. */
export const parseRiskCadences = (input: unknown): Decision<RiskCadences, RiskFlawCode> =>
  parseLocated(RiskCadences, 'cadence/malformed', input);

/** High risk weekly and within 24 h of a major change, key monthly, general quarterly. */
export const visiting2022: RiskCadences = RiskCadences.parse(visiting);

export type RiskCadenceCode = 'cadence/level-unknown';

/** The cadence of one level. A level that the standard does not name is no reason to visit less, so it is refused. */
export function cadenceOfRisk(
  standard: RiskCadences,
  level: string,
): Decision<{ readonly cadence: ContactCadence; readonly afterChangeHours: number | null }, RiskCadenceCode> {
  const found = standard.levels.find((one) => one.level === level);
  if (found === undefined) return no('cadence/level-unknown', { level, standard: standard.id });
  const { name, cadence, afterChangeHours } = found;
  const id = `${standard.id}/${level}`;
  return yes({ cadence: { format: 'linli-cadence/1', id, name, cadence, week: standard.week }, afterChangeHours });
}
