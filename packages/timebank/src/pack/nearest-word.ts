/** Finds what was meant for the first mistakes of a file: looking takes time, and nobody reads more of them. */
export function suggestions(most = 20): typeof nearestWord {
  let asked = 0;
  return (written, known) => {
    asked += 1;
    return asked <= most ? nearestWord(written, known) : undefined;
  };
}

/** The word that was probably meant: one with few slips against the written one; undefined where none is near. */
export function nearestWord(written: string, known: readonly string[]): string | undefined {
  const most = Math.max(1, Math.floor(written.length / 3));
  let best: { readonly word: string; readonly slips: number } | undefined;
  for (const word of known) {
    const slips = slipsBetween(written.toLowerCase(), word.toLowerCase());
    const isNear = slips <= most || (written.length >= 4 && word.startsWith(written));
    if (isNear && (best === undefined || slips < best.slips)) best = { word, slips };
  }
  return best?.word;
}

/** Letters to add, drop, change or swap with a neighbour. */
function slipsBetween(a: string, b: string): number {
  let earlier: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      let slips = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) slips = Math.min(slips, earlier[j - 2]! + 1);
      next.push(slips);
    }
    earlier = row;
    row = next;
  }
  return row[b.length]!;
}
