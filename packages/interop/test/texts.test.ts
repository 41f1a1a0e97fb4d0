import { Lang, say } from '@linli/model';
import { describe, expect, test } from 'vitest';
import { interopTexts } from '../src/index.ts';

describe('D-70 every reason has both languages', () => {
  test.each(Object.entries(interopTexts))('%s', (code, text) => {
    expect(text.zh).toMatch(/\p{Script=Han}/u);
    expect(text.en).toMatch(/^[\x20-\x7e]+$/);
    const holes = (words: string): string[] => [...words.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).toSorted();
    expect(holes(text.zh)).toEqual(holes(text.en));
    for (const lang of Lang.options) expect(say(interopTexts, { code }, lang)).not.toBe(code);
  });
});
