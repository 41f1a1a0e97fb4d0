import type { Lang } from '@linli/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrowsOf, staysIn } from '../../src/draw/arrows.ts';
import { dotOf } from '../../src/draw/dot.ts';
import { type Drawable, edgesOf } from '../../src/draw/edges.ts';
import { mermaidOf } from '../../src/draw/mermaid.ts';
import { linesOf, listLines, widthOf } from '../../src/draw/text-lines.ts';
import { processes } from '../../src/processes.ts';

const seeded = { seed: 20261124, numRuns: 300 };

const words = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom('等待', 'end'),
);

/** Tables of up to six states, with words of any kind. */
const table: fc.Arbitrary<Drawable> = fc.integer({ min: 1, max: 6 }).chain((count) => {
  const states = Array.from({ length: count }, (_, index) => `s-${index}`);
  const way = fc.record(
    { guard: fc.constantFrom('g-0', 'g-1'), to: fc.constantFrom(...states), because: fc.constant('x/why') },
    { requiredKeys: ['because'] },
  );
  const events = fc.dictionary(fc.constantFrom('e-0', 'e-1', 'due'), fc.array(way, { minLength: 1, maxLength: 3 }));
  return fc
    .tuple(fc.tuple(...states.map(() => events)), fc.array(fc.record({ zh: words, en: words }), { minLength: 6, maxLength: 6 }))
    .map(([tables, texts]) => ({
      name: 'x',
      initial: 's-0',
      states: Object.fromEntries(states.map((state, index) => [state, tables[index] ?? {}])),
      texts: Object.fromEntries(texts.map((text, index) => [`x-state/s-${index}`, text])),
    }));
});

const key = (from: string, event: string, to: string): string => `${from} ${event} ${to}`;
const inTable = (drawable: Drawable): ReadonlySet<string> =>
  new Set(edgesOf(drawable).flatMap(({ from, event, to }) => (to === null ? [] : [key(from, event, to)])));
const inPicture = (drawable: Drawable, arrows = arrowsOf(drawable)): ReadonlySet<string> =>
  new Set([
    ...arrows.flatMap(({ from, to, signs }) =>
      from.flatMap((one) => signs.flatMap(({ events }) => events.map((event) => key(one, event, to)))),
    ),
    ...Object.keys(drawable.states).flatMap((state) => staysIn(drawable, state).map((event) => key(state, event, state))),
  ]);

/** What Mermaid would read: arrows between states, by the line. */
const readMermaid = (text: string): readonly string[] =>
  [...text.matchAll(/^ {2}(s_\w+|any_\d+) --> (s_\w+) : [^:;\n#]*(?:#\d+;[^:;\n#]*)*$/gm)].map(([, from, to]) => `${from} ${to}`);

describe('nothing is lost between table and picture', () => {
  it('every way that is taken is in the picture, and nothing else: random tables', () => {
    fc.assert(
      fc.property(table, (drawable) => {
        expect(inPicture(drawable)).toEqual(inTable(drawable));
      }),
      seeded,
    );
  });

  it.each(Object.values<Drawable>(processes))('every way of $name', (machine) => {
    expect(inPicture(machine)).toEqual(inTable(machine));
  });

  it('planted: an arrow left out, an arrow too many', () => {
    const { line } = processes;
    const arrows = arrowsOf(line);
    expect(inPicture(line, arrows.slice(1))).not.toEqual(inTable(line));
    expect(inPicture(line, [...arrows, { ...arrows[0]!, to: 'held' }])).not.toEqual(inTable(line));
  });

  it('Mermaid has a line that can be read for every arrow, whatever the words', () => {
    const lang: Lang = 'zh';
    fc.assert(
      fc.property(table, (drawable) => {
        expect(readMermaid(mermaidOf(drawable, lang))).toHaveLength(arrowsOf(drawable).length);
      }),
      seeded,
    );
  });

  it('planted: words that are not escaped break a line', () => {
    const texts = { 'x-event/e': { zh: 'a: b; c', en: '' } };
    const drawable = { name: 'x', initial: 'a', states: { a: { e: [{ to: 'b', because: 'x' }] }, b: {} }, texts };
    const text = mermaidOf(drawable, 'zh');
    expect(readMermaid(text)).toHaveLength(1);
    expect(readMermaid(text.replaceAll('#58;', ':'))).toHaveLength(0);
  });

  it('the same table gives the same text; every line of it is whole', () => {
    fc.assert(
      fc.property(table, (drawable) => {
        const text = dotOf(drawable, 'en');
        expect(dotOf(structuredClone(drawable), 'en')).toBe(text);
        for (const line of text.trimEnd().split('\n').slice(1, -1)) expect(line).toMatch(/^ {2}.*;$/);
      }),
      seeded,
    );
  });
});

describe('lines of words', () => {
  it('by hand: four signs at 12 points are 48; "ab" is 2 × 0.63 × 12 = 15.12, so 16', () => {
    expect(widthOf('等待审批', 12)).toBe(48);
    expect(widthOf('ab', 12)).toBe(16);
    expect(linesOf('这条需求还在等负责人同意。', 10, 70)).toEqual(['这条需求还在等', '负责人同意。']);
    expect(linesOf('when the time comes', 10, 70)).toEqual(['when the', 'time comes']);
    expect(listLines(['问放门口', '派人', '到时'], '、', 10, 50)).toEqual(['问放门口、', '派人、到时']);
  });

  it('keep every word in its order, within the width wherever one can be broken', () => {
    const signs = fc.string({ unit: fc.constantFrom('等', '待', '，', 'a', 'W', ' '), maxLength: 40 });
    fc.assert(
      fc.property(signs, fc.integer({ min: 20, max: 200 }), (text, most) => {
        const lines = linesOf(text, 10, most);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        for (const line of lines) {
          if (widthOf(line, 10) > most) expect(line).not.toMatch(/\S \S|[等待].*[等待]/u);
        }
      }),
      seeded,
    );
  });
});
