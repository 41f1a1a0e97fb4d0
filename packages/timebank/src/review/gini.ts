/**
 * How unequally something is spread, in whole thousandths rounded down: 0 where all have the same, near 1000 where one has
 * everything. With n values in rising order: the sum of (2i - n - 1) * value, i from 1, over n times the sum of all values.
 * 0 where there is nothing. Values are whole and not negative.
 */
export function giniPermille(values: readonly number[]): number {
  const rising = values.toSorted((a, b) => a - b).map(BigInt);
  const n = BigInt(rising.length);
  const all = rising.reduce((sum, value) => sum + value, 0n);
  if (all === 0n) return 0;
  const weighed = rising.reduce((sum, value, index) => sum + (2n * BigInt(index + 1) - n - 1n) * value, 0n);
  return Number((1000n * weighed) / (n * all));
}
