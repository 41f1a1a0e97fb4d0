import type { Reason } from '@linli/model';
import type * as z from 'zod';
import type { CreditHistory } from '../credit-history.ts';
import type { Unit } from '../pack/amount.ts';
import type { Calendar } from '../pack/service-condition.ts';
import type { Service } from '../service.ts';
import type { CreditCode } from '../texts/credit.ts';

/** What a step looks at: the service, what the helper has earned before, and the seconds of credit so far. */
export interface Judging {
  readonly service: Service;
  readonly history: CreditHistory;
  readonly seconds: number;
  readonly unit: Unit;
  readonly calendar: Calendar | undefined;
}

/** What one step makes of the seconds so far. Whole seconds in and out. */
export interface Change {
  readonly kind: 'change';
  readonly seconds: number;
  readonly poolSeconds: number;
  readonly honourSeconds: number;
  readonly reason: Reason<CreditCode>;
}

export interface Refusal {
  readonly kind: 'refusal';
  readonly reasons: readonly [Reason<CreditCode>, ...Reason<CreditCode>[]];
}

/** A refusal, a change of the amount, or undefined where the step lets things be. */
export type Said = Change | Refusal | undefined;

/** One kind of step: what it looks like in a standard, and what it says to a service. One file each. */
export interface StepKind<Schema extends z.ZodType> {
  readonly schema: Schema;
  judge(step: z.output<Schema>, judging: Judging): Said;
  /** Whether it may give more than it was given. After a cap, no such step may follow. */
  mayRaise?(step: z.output<Schema>): boolean;
}

/** A kind of step, with the types of its schema. */
export const stepKind = <Schema extends z.ZodType>(kind: StepKind<Schema>): StepKind<Schema> => kind;

export const refuse = (code: CreditCode, data?: Reason['data']): Refusal => ({
  kind: 'refusal',
  reasons: [data === undefined ? { code } : { code, data }],
});

/** Nothing where there is nothing to refuse. */
export function refuseFor(reasons: readonly Reason<CreditCode>[]): Refusal | undefined {
  const [first, ...others] = reasons;
  return first && { kind: 'refusal', reasons: [first, ...others] };
}

/** Nothing where the amount stays, unless history has to remember what went through the step. */
export function change(
  code: CreditCode,
  { seconds: beforeSeconds }: Judging,
  afterSeconds: number,
  data: Readonly<Record<string, string | number>> = {},
  beside: { readonly poolSeconds?: number; readonly honourSeconds?: number } = {},
): Change | undefined {
  const { poolSeconds = 0, honourSeconds = 0 } = beside;
  if (beforeSeconds === afterSeconds && !('remembered' in data)) return undefined;
  const reason = { code, data: { beforeSeconds, afterSeconds, poolSeconds, honourSeconds, ...data } };
  return { kind: 'change', seconds: afterSeconds, poolSeconds, honourSeconds, reason };
}

/** `value * num / den`, rounded down; exact however large the product is. */
export function scaled(value: number, num: number, den: number): number {
  const product = value * num;
  return Number.isSafeInteger(product) ? Math.floor(product / den) : Number((BigInt(value) * BigInt(num)) / BigInt(den));
}
