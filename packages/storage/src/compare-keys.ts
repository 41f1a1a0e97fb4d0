// Surrogates stand for the code points above all others: lift them over U+E000..U+FFFF.
const rank = (unit: number): number => (unit < 0xd800 ? unit : unit < 0xe000 ? unit + 0x2000 : unit - 0x800);

/**
 * The order of keys: by code point, as UTF-8 bytes compare and as SQLite `binary` and PostgreSQL `"C"` sort.
 * JavaScript's own order of strings differs from it where characters beyond U+FFFF meet U+E000 to U+FFFF.
 */
export function compareKeys(a: string, b: string): number {
  const shared = Math.min(a.length, b.length);
  for (let index = 0; index < shared; index += 1) {
    const difference = rank(a.charCodeAt(index)) - rank(b.charCodeAt(index));
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
