/** The form in which words are compared: one width, one case, no blanks. */
export const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/gu, '');

/** A word list made ready for look-ups. */
export type Words<Code> = ReadonlyMap<string, Code>;

/** Later lists win over earlier ones. */
export const foldWords = <Code>(...lists: readonly (Readonly<Record<string, Code>> | undefined)[]): Words<Code> =>
  new Map(lists.flatMap((list) => Object.entries(list ?? {}).map(([word, code]): [string, Code] => [fold(word), code])));

/** The code of the longest word that the text contains; of two equally long ones the one that stands first. */
export function longestWordIn<Code>(words: Words<Code>, text: string): Code | undefined {
  return wordsIn(words, text).toSorted((a, b) => b.word.length - a.word.length || a.at - b.at)[0]?.code;
}

/** Every word the text contains, in the text's order; a word inside a longer one does not count. */
export function wordsIn<Code>(words: Words<Code>, text: string): readonly { word: string; code: Code; at: number }[] {
  const folded = fold(text);
  const longestFirst = [...words].filter(([word]) => word !== '').toSorted(([a], [b]) => b.length - a.length);
  const taken: { word: string; code: Code; at: number }[] = [];
  for (const [word, code] of longestFirst)
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
      const isFree = taken.every((other) => at + word.length <= other.at || other.at + other.word.length <= at);
      if (isFree) taken.push({ word, code, at });
    }
  return taken.toSorted((a, b) => a.at - b.at);
}
