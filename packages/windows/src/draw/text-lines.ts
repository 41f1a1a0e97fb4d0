/**
 * How wide a text is in whole points at `size` points. No font is asked, since none is certain to be there: Chinese signs take
 * a whole square, Latin letters what the widest common sans-serif gives them. So a box is rather too wide than too narrow.
 */
export function widthOf(text: string, size: number): number {
  let hundredths = 0;
  for (const sign of text) hundredths += hundredthsOf(sign);
  return Math.ceil((hundredths * size) / 100);
}

function hundredthsOf(sign: string): number {
  if (
    /[\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe6f\uff00-\uffef\u{1f000}-\u{3ffff}\u2014\u2018-\u201d\u2026]/u.test(sign)
  )
    return 100;
  if (/[ iljtfrI.,:;'|!()[\]]/.test(sign)) return 40;
  if (/[mwMW@%→]/.test(sign)) return 98;
  if (/[A-Z]/.test(sign)) return 74;
  return 63;
}

// A Chinese sign with the closing ones behind it; an opening sign with what it opens; a Latin word.
const pieces = /[（《“【]*[\u2e80-\u9fff\uf900-\ufaff][，。、；：！？）》”】…]*|[^ \u2e80-\u9fff\uf900-\ufaff]+| +/gu;

/** `text` in as few lines as keep within `most` points, as even as they can be. A word longer than that keeps its line. */
export const linesOf = (text: string, size: number, most: number): readonly string[] => evenLines(piecesOf(text), size, most);

/** The same for a list, which is broken between two things before it is broken within one. */
export function listLines(things: readonly string[], comma: string, size: number, most: number): readonly string[] {
  const parts = things.map((thing, index) => (index === things.length - 1 ? thing : thing + comma));
  return evenLines(
    parts.flatMap((part) => (widthOf(part, size) > most ? piecesOf(part) : [part])),
    size,
    most,
  );
}

const piecesOf = (text: string): readonly string[] => text.replace(/\p{Cc}+/gu, ' ').match(pieces) ?? [];

function evenLines(parts: readonly string[], size: number, most: number): readonly string[] {
  let even = fill(parts, size, most);
  for (let width = most - 1; even.length > 1; width -= 1) {
    const narrower = fill(parts, size, width);
    if (narrower.length > even.length || width < 1) break;
    even = narrower;
  }
  return even;
}

function fill(parts: readonly string[], size: number, most: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const part of parts) {
    if (line !== '' && widthOf((line + part).trimEnd(), size) > most) {
      lines.push(line.trim());
      line = '';
    }
    line += part;
  }
  return [...lines, line.trim()].filter((one) => one !== '');
}
