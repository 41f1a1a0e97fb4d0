import type { Lang, PersonId } from '@linli/model';
import { describe, expect, it } from 'vitest';
import { layOut } from '../src/ecomap-layout.ts';
import { textWidth } from '../src/ecomap-svg.ts';
import { buildNetwork, ecomap, ecomapSvg } from '../src/index.ts';
import { helperOf, network, on, records, residentOf, tieOf } from './six-people.ts';

const id = (text: string): PersonId => text as PersonId;
const cadences = ['daily', 'weekly', 'fortnightly', 'monthly', 'on-demand'];

const mapOf = (count: number) => {
  const helpers = Array.from({ length: count }, (_, at) => helperOf(`h${at}`, 'neighbour', { name: `欧阳志愿${at}` }));
  const ties = helpers.map((helper, at) => tieOf(`t${at}`, 'x', helper.id, 'neighbour', 'daily-goods', cadences[(at * 7) % 5]));
  return ecomap(buildNetwork({ residents: [residentOf('x')], helpers, ties }), id('x'));
};

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Every text of the picture as a box: 13 px type stands 12 above its baseline and 4 below. */
const boxesOf = (svg: string): Box[] =>
  [...svg.matchAll(/<text x="([-\d.]+)" y="([-\d.]+)" text-anchor="(\w+)"[^>]*>([^<]*)</g)].map(([, x, y, anchor, words]) => {
    const width = textWidth(words!);
    const left = Number(x) - (anchor === 'start' ? 0 : anchor === 'end' ? width : width / 2);
    return { left, right: left + width, top: Number(y) - 12, bottom: Number(y) + 4 };
  });
const overlap = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** A line to the centre, walked in pixels. */
const crosses = ({ x, y }: { x: number; y: number }, box: Box): boolean =>
  Array.from({ length: 400 }, (_, at) => at / 400).some(
    (part) => x * part > box.left && x * part < box.right && y * part > box.top && y * part < box.bottom,
  );

describe('ecomap', () => {
  it('D-16: one elder in the middle, who gives what and how often, nearest ring first; names can be replaced', () => {
    const knock = { residentId: 'jia', role: 'neighbour', duty: 'knock', cadence: 'daily', ring: 1 };
    expect(ecomap(network, id('jia'), new Map([[id('chen'), '陈阿姨']]))).toEqual({
      center: { id: 'jia', name: 'jia' },
      people: [
        { id: 'chen', name: '陈阿姨' },
        { id: 'lu', name: 'lu' },
        { id: 'tang', name: 'tang' },
      ],
      ties: [
        { ...knock, helperId: 'chen' },
        { ...knock, helperId: 'lu' },
        { ...knock, helperId: 'tang', role: 'property', duty: 'guard' },
      ],
    });
    expect(() => ecomap(network, id('nobody'))).toThrow(/no resident nobody/);
  });

  it('somebody who gives and receives has ties both ways, and one line with two arrows for one person', () => {
    const both = buildNetwork({
      ...records,
      helpers: [...records.helpers, helperOf('jia', 'volunteer')],
      ties: [tieOf('a', 'jia', 'lu', 'neighbour', 'knock'), tieOf('b', 'lu', 'jia', 'volunteer', 'phone', 'weekly')],
    });
    const map = ecomap(both, id('lu'));
    expect(map.ties.map(({ helperId, residentId }) => `${helperId}>${residentId}`)).toEqual(['lu>jia', 'jia>lu']);
    const arrows = (svg: string): number => svg.match(/<polygon/g)?.length ?? 0;
    // one arrow stands in the legend
    expect(arrows(ecomapSvg(map, { on, lang: 'zh' }))).toBe(1 + 2);
    expect(arrows(ecomapSvg(ecomap(network, id('fu')), { on, lang: 'zh' }))).toBe(1 + 1);
  });

  it.each([0, 1, 2, 3, 5, 8, 11, 12, 30])(
    '%i ties: no text meets another, no line meets a label, all is inside the frame',
    (count) => {
      const map = mapOf(count);
      const svg = ecomapSvg(map, { on, lang: 'zh' });
      const boxes = boxesOf(svg);
      expect(boxes).toHaveLength(1 + 1 + 2 * count + 6); // title, centre, two lines each, legend
      for (const [at, box] of boxes.entries()) {
        for (const other of boxes.slice(at + 1)) expect(overlap(box, other)).toBe(false);
      }
      const [left, top, width, height] = svg
        .match(/viewBox="([^"]+)"/)![1]!
        .split(' ')
        .map(Number) as [number, number, number, number];
      for (const box of boxes) {
        expect(box.left >= left && box.right <= left + width && box.top >= top && box.bottom <= top + height).toBe(true);
      }
      const labels = boxes.slice(2, 2 + 2 * count);
      for (const place of layOut(map).places) for (const label of labels) expect(crosses(place, label)).toBe(false);
    },
  );

  it('the check of the picture can fail: with everybody on one spot texts meet', () => {
    const svg = ecomapSvg(mapOf(4), { on, lang: 'zh' }).replace(/(<text x="[-\d.]+" y=")[-\d.]+/g, '$10');
    const [first, ...rest] = boxesOf(svg).slice(2);
    expect(rest.some((other) => overlap(first!, other))).toBe(true);
  });

  it.each<[Lang, string, string]>([
    ['zh', 'x的支持网络图（2026-11-23）', '箭头由帮助的人指向受助的人'],
    ['en', 'Support around x, 2026-11-23', 'the arrow points from the one who gives to the one who receives'],
  ])('%s: dated title for screen readers, legend, and words for codes', (lang, title, legend) => {
    const words = { 'daily-goods': { zh: '随手帮', en: 'daily goods' } };
    const svg = ecomapSvg(mapOf(2), { on, lang, words });
    expect(svg).toContain(`<title>${title}</title>`);
    expect(svg).toContain(legend);
    expect(svg).toContain(words['daily-goods'][lang]);
    expect(svg).toContain('(neighbour)'); // no words given: the code itself
  });

  it('whatever a name holds stays text', () => {
    const evil = new Map([[id('chen'), `</text><script>alert("1")</script>&'\u0000`]]);
    const svg = ecomapSvg(ecomap(network, id('fu'), evil), { on, lang: 'en' });
    expect(svg).not.toContain('<script');
    expect(svg).toContain('&lt;/text&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;\ufffd');
  });
});
