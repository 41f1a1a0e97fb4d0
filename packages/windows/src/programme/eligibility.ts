import type { Reason } from '@linli/model';
import * as z from 'zod';
import type { Criterion, Programme } from './programme.ts';

export type EligibilityCode = 'eligibility/is-not' | 'eligibility/below' | 'eligibility/above' | 'eligibility/unknown';

/** `unknown` is never taken for yes: somebody has to check first. */
export const Eligible = z.enum(['yes', 'no', 'unknown']);
export type Eligible = z.infer<typeof Eligible>;

/** What the host knows of one person, by the names the criteria use. Missing or null: not known. */
export type PersonFacts = Readonly<Record<string, boolean | number | null>>;

export interface Eligibility {
  readonly eligible: Eligible;
  /** What speaks against it, then what is not known, each in the order of the criteria. */
  readonly reasons: readonly Reason<EligibilityCode>[];
}

/** One failed criterion is enough for no; without one, one that nobody can answer is enough for unknown. */
export function eligibilityOf({ eligible }: Programme, facts: PersonFacts): Eligibility {
  const reasons = eligible.flatMap((criterion) => against(criterion, facts[criterion.fact] ?? null));
  const unknown = reasons.filter(({ code }) => code === 'eligibility/unknown');
  const failed = reasons.filter(({ code }) => code !== 'eligibility/unknown');
  const answer = failed.length > 0 ? 'no' : unknown.length > 0 ? 'unknown' : 'yes';
  return { eligible: answer, reasons: [...failed, ...unknown] };
}

function against(criterion: Criterion, value: boolean | number | null): readonly Reason<EligibilityCode>[] {
  const { fact } = criterion;
  const unknown = [{ code: 'eligibility/unknown', data: { fact } }] as const;
  if (criterion.kind === 'flag') {
    if (typeof value !== 'boolean') return unknown;
    return value === criterion.is ? [] : [{ code: 'eligibility/is-not', data: { fact } }];
  }
  if (typeof value !== 'number') return unknown;
  const { atLeast, atMost } = criterion;
  if (atLeast !== null && value < atLeast) return [{ code: 'eligibility/below', data: { fact, atLeast } }];
  if (atMost !== null && value > atMost) return [{ code: 'eligibility/above', data: { fact, atMost } }];
  return [];
}
