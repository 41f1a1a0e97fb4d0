import { type Decision, daysBetween, type LocalDate, Text } from '@linli/model';
import * as z from 'zod';
import { checkFlaws, type Flaw, parseLocated } from '../parse-located.ts';

/** Why a rule is refused. `data.path` says where. */
export type FreshnessFlawCode = 'freshness/malformed' | 'freshness/kind-twice';

interface Shape {
  readonly kinds: readonly { readonly kind: string }[];
}

const flawsOf = ({ kinds }: Shape): readonly Flaw<'freshness/kind-twice'>[] =>
  kinds.flatMap(({ kind }, index) =>
    kinds.findIndex((one) => one.kind === kind) < index ? [{ code: 'freshness/kind-twice', path: ['kinds', index, 'kind'] }] : [],
  );

/** How old each kind of record may become before it is to be taken again. On day `maxAgeDays` it is still fresh. */
export const FreshnessRule = z
  .strictObject({
    format: z.literal('linli-freshness/1'),
    id: z.string().min(1),
    edition: z.int().positive(),
    name: Text,
    kinds: z
      .array(z.strictObject({ kind: z.string().min(1), name: Text, maxAgeDays: z.int().nonnegative() }).readonly())
      .min(1)
      .readonly(),
  })
  .check(checkFlaws<Shape>(flawsOf))
  .readonly();
export interface FreshnessRule extends z.infer<typeof FreshnessRule> {}

/** A rule from outside. Every flaw is named with its path. */
export const parseFreshnessRule = (input: unknown): Decision<FreshnessRule, FreshnessFlawCode> =>
  parseLocated(FreshnessRule, 'freshness/malformed', input);

/** That something was recorded about somebody on a day; not what. */
export interface RecordedOn {
  readonly aboutId: string;
  readonly kind: string;
  readonly on: LocalDate;
}

/** One record that has to be taken again. `never`: there is none, so nothing is known; not the same as nothing to report. */
export interface Stale {
  readonly aboutId: string;
  readonly kind: string;
  readonly status: 'never' | 'stale';
  readonly lastOn: LocalDate | null;
  readonly ageDays: number | null;
}

/**
 * Who must be asked again, as of `on`: those never recorded first, in the order given, then by how many days they are over.
 * Every one of `aboutIds` is held to every kind of the rule; a record after `on` says nothing.
 */
export function staleRecords(
  rule: FreshnessRule,
  aboutIds: readonly string[],
  records: readonly RecordedOn[],
  on: LocalDate,
): readonly Stale[] {
  const latest = new Map<string, LocalDate>();
  for (const record of records) {
    const key = keyOf(record);
    const known = latest.get(key);
    if (record.on <= on && (known === undefined || known < record.on)) latest.set(key, record.on);
  }
  const found = aboutIds.flatMap((aboutId) =>
    rule.kinds.flatMap(({ kind, maxAgeDays }) => {
      const lastOn = latest.get(keyOf({ aboutId, kind })) ?? null;
      const ageDays = lastOn === null ? null : daysBetween(lastOn, on);
      const daysOver = ageDays === null ? Number.POSITIVE_INFINITY : ageDays - maxAgeDays;
      if (daysOver <= 0) return [];
      const status: Stale['status'] = lastOn === null ? 'never' : 'stale';
      return [{ daysOver, stale: { aboutId, kind, status, lastOn, ageDays } }];
    }),
  );
  return found.toSorted((a, b) => (a.daysOver === b.daysOver ? 0 : b.daysOver - a.daysOver)).map(({ stale }) => stale);
}

const keyOf = ({ aboutId, kind }: { readonly aboutId: string; readonly kind: string }): string => JSON.stringify([aboutId, kind]);
