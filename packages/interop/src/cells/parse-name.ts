/** A name without the blanks that people type to line names up: ` 张 伟 ` is 张伟, `Mary  Smith` is Mary Smith. */
export const parseName = (text: string): string =>
  text
    .normalize('NFKC')
    .trim()
    .replace(/\s+/gu, ' ')
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '');
