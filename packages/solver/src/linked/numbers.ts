/** A first state from any seed: nearby seeds begin far apart. */
export function seedState(seed: number): number {
  let x = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) | 0 || 1;
}

/** A ladder of 1025 rungs from `top` down to `bottom`, each the same share of the one before. */
export function ladder(top: number, bottom: number): Float64Array {
  let share = bottom / top;
  for (let i = 0; i < 10; i++) share = Math.sqrt(share);
  const rungs = new Float64Array(1025);
  let rung = top;
  for (let i = 0; i <= 1024; i++) {
    rungs[i] = rung;
    rung *= share;
  }
  return rungs;
}
