const separators = '、，,;；/';
const opening = '(（[【';
const closing = ')）]】';

/**
 * The pieces of a list, in the writer's words. Nothing inside brackets separates; a blank separates only
 * where `blanksSeparate`. A cell that says "none" is an empty list.
 */
export function splitList(text: string, blanksSeparate = hasHan(text)): readonly string[] {
  const pieces: string[] = [''];
  let depth = 0;
  for (const char of text) {
    if (opening.includes(char)) depth += 1;
    if (closing.includes(char)) depth = Math.max(0, depth - 1);
    const separates = depth === 0 && (separators.includes(char) || (blanksSeparate && /\s/u.test(char)));
    if (separates) pieces.push('');
    else pieces[pieces.length - 1] += char;
  }
  return pieces.map((piece) => piece.trim()).filter((piece) => piece !== '' && !saysNone(piece));
}

/** Whether a cell says that there is nothing to say. That is not the same as knowing there is none. */
export const saysNone = (text: string): boolean =>
  /^(无|没有|暂无|不需要|不用|none|no|n\/a|nil|[-—–]+)$/iu.test(text.normalize('NFKC').trim());

const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text);
