import type { AccountRules } from '../pack/account-rules.ts';
import { type Unit, unitsOf } from '../pack/amount.ts';

/** The highest honour for what was ever earned, R-33, and what is missing to the next; 0 is none yet. */
export interface HonourReached {
  readonly star: number;
  /** Null at the highest. */
  readonly missingUnits: number | null;
}

/** `earnedUnits` is what `earned` tells, with what a cap left for honours only. A threshold reached is an honour reached. */
export function honourOf(honours: NonNullable<AccountRules['honours']>, earnedUnits: number, unit: Unit): HonourReached {
  let star = 0;
  for (const honour of honours) {
    const from = unitsOf(honour.from, unit);
    if (earnedUnits < from) return { star, missingUnits: from - earnedUnits };
    star = honour.star;
  }
  return { star, missingUnits: null };
}
