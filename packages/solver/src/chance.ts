// Chance from exact arithmetic only, so that a seed gives the same plan on every machine. Each engine seeds and keeps its own state.

/** One step of a 32-bit xorshift (Marsaglia 2003); the state is never 0. */
export function scramble(state: number): number {
  let x = state ^ (state << 13);
  x ^= x >>> 17;
  return x ^ (x << 5);
}

/** The natural logarithm of a number in (0, 1], by + - * / alone. */
export function ln(x: number): number {
  let whole = 0;
  let m = x;
  while (m < 0.5) {
    m *= 2;
    whole--;
  }
  // ln m = 2 artanh((m - 1) / (m + 1))
  const z = (m - 1) / (m + 1);
  const square = z * z;
  let power = z;
  let sum = 0;
  for (let k = 1; k < 60; k += 2) {
    sum += power / k;
    power *= square;
  }
  return 2 * sum + whole * Math.LN2;
}

/** -ln of the middles of 4096 equal parts of (0, 1): multiply by a temperature to draw how much worse is still taken. */
export const MINUS_LN = Float64Array.from({ length: 4096 }, (_, i) => -ln((i + 0.5) / 4096));
