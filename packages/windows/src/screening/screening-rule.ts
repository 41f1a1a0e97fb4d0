import { type Decision, Text } from '@linli/model';
import * as z from 'zod';
import { checkFlaws, type Flaw, parseLocated } from '../parse-located.ts';

const Named = z.strictObject({ id: z.string().min(1), name: Text }).readonly();

type ShapeCode = 'screening-rule/named-twice' | 'screening-rule/unknown-symptom';

/** Why a rule is refused. `data.path` says where. */
export type ScreeningFlawCode = 'screening-rule/malformed' | ShapeCode;

interface Parts {
  readonly symptoms: readonly { readonly id: string }[];
  readonly alarmSymptoms: readonly string[];
}

function flawsOf({ symptoms, alarmSymptoms }: Parts): readonly Flaw<ShapeCode>[] {
  const ids = symptoms.map(({ id }) => id);
  return [
    ...ids.flatMap((id, index): readonly Flaw<ShapeCode>[] =>
      ids.indexOf(id) === index ? [] : [{ code: 'screening-rule/named-twice', path: ['symptoms', index, 'id'] }],
    ),
    ...alarmSymptoms.flatMap((id, index): readonly Flaw<ShapeCode>[] =>
      ids.includes(id) ? [] : [{ code: 'screening-rule/unknown-symptom', path: ['alarmSymptoms', index] }],
    ),
  ];
}

/** How one community screens for fever, as data. `format` is ours; `id` and `edition` are theirs. */
export const ScreeningRule = z
  .strictObject({
    format: z.literal('linli-screening/1'),
    id: z.string().min(1),
    edition: z.int().positive(),
    name: Text,
    source: z.strictObject({ title: z.string().min(1), confidence: z.enum(['read', 'reported', 'assumed']) }).readonly(),
    /** Tenths of a degree Celsius; a reading at it is a fever. */
    feverTenths: z.int().min(350).max(420),
    symptoms: z.array(Named).readonly(),
    /** Symptoms that open a follow-up without a fever, by their ids. */
    alarmSymptoms: z.array(z.string()).readonly(),
    /** Whole hours after which a reading says nothing any more. */
    validHours: z.int().positive(),
    /** Whole minutes until somebody must have taken up a new follow-up. */
    takeUpMinutes: z.int().positive(),
    /** Whole minutes until somebody under follow-up must be measured again. */
    remeasureMinutes: z.int().positive(),
    /** How many of the latest measurements, one after another, must be below the fever before they can clear somebody. */
    readingsToClear: z.int().positive(),
    /** Who is told, step by step, when nobody looks; the last of them again and again. */
    escalateTo: z.array(z.string().min(1)).min(1).readonly(),
  })
  .check(checkFlaws(flawsOf))
  .readonly();
export interface ScreeningRule extends z.infer<typeof ScreeningRule> {}

/** A rule from outside. Every flaw is named with its path; nothing is repaired in silence. */
export const parseScreeningRule = (input: unknown): Decision<ScreeningRule, ScreeningFlawCode> =>
  parseLocated<ScreeningRule, 'screening-rule/malformed', ShapeCode>(ScreeningRule, 'screening-rule/malformed', input);

/** Tenths of a degree Celsius, as a living person can have; null: not measured, so nothing is known. */
export const Tenths = z.int().min(300).max(450).nullable();

/** A fever, or a symptom that alarms by itself. Not measured and without an alarm is not raised, and not well either. */
export const isRaised = (
  { feverTenths, alarmSymptoms }: ScreeningRule,
  { tenths, symptoms }: { readonly tenths: number | null; readonly symptoms: readonly string[] },
): boolean => (tenths !== null && tenths >= feverTenths) || symptoms.some((symptom) => alarmSymptoms.includes(symptom));
