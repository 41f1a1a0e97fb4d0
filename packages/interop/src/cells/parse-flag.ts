const yesWords = new Set(['有', '是', '√', '✓', '✔', '对', '1', 'y', 'yes', 'true']);
const noWords = new Set(['无', '否', '没有', '不是', '×', 'x', '✗', '0', 'n', 'no', 'false', '-']);

/** Yes or no; null for a blank, undefined for words that say neither. */
export function parseFlag(text: string): boolean | null | undefined {
  const word = text.normalize('NFKC').trim().toLowerCase();
  if (word === '') return null;
  if (yesWords.has(word)) return true;
  return noWords.has(word) ? false : undefined;
}
