import { assert } from '@linli/model';

/**
 * `amount` in whole parts that follow `weights` and add up to it exactly: everybody gets the whole part of his quota, and
 * what is left goes, one each, to the largest remainders; of equal ones to the first. No part differs from its quota by 1
 * or more. (The method of Hamilton, or of Hare and Niemeyer.) Weights are whole and not all 0.
 */
export function largestRemainder(amount: number, weights: readonly number[]): readonly number[] {
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  assert(total > 0n, 'split/no-weights', 'nothing to split by');
  const quotas = weights.map((weight, index) => {
    const product = BigInt(amount) * BigInt(weight);
    return { index, part: Number(product / total), rest: product % total };
  });
  const left = amount - quotas.reduce((sum, { part }) => sum + part, 0);
  const first = new Set(
    quotas
      .toSorted((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest < b.rest ? 1 : -1))
      .slice(0, left)
      .map(({ index }) => index),
  );
  return quotas.map(({ index, part }) => part + (first.has(index) ? 1 : 0));
}
