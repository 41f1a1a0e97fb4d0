/**
 * Where the quote or bracket begins that is still open at `until`; undefined where none is. The parser notices it only far
 * below, when the next thing does not fit.
 */
export function openedAt(text: string, until: number): number | undefined {
  const open: number[] = [];
  for (let at = 0; at < until; at += 1) {
    const sign = text[at]!;
    const before = at === 0 ? '\n' : text[at - 1]!;
    const begins = /[\s[{,:-]/.test(before);
    if (sign === '#' && /\s/.test(before)) {
      const end = text.indexOf('\n', at);
      at = end === -1 ? until : end;
    } else if ((sign === '"' || sign === "'") && begins) {
      const end = closing(text, at);
      if (end === -1 || end >= until) return at;
      at = end;
    } else if ((sign === '[' || sign === '{') && begins) open.push(at);
    else if ((sign === ']' || sign === '}') && open.length > 0) open.pop();
  }
  return open[0];
}

function closing(text: string, from: number): number {
  const quote = text[from];
  for (let at = from + 1; at < text.length; at += 1) {
    if (quote === '"' && text[at] === '\\') at += 1;
    else if (text[at] === quote) return at;
  }
  return -1;
}
