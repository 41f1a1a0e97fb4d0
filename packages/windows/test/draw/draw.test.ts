import { describe, expect, it } from 'vitest';
import { arrowsOf, staysIn } from '../../src/draw/arrows.ts';
import { dotOf } from '../../src/draw/dot.ts';
import { saidEdges, titleOf } from '../../src/draw/edge-words.ts';
import { type Drawable, edgesOf, finalsOf } from '../../src/draw/edges.ts';
import { mermaidOf } from '../../src/draw/mermaid.ts';
import { narrate } from '../../src/draw/narrate.ts';
import { processes } from '../../src/processes.ts';
import { knock } from './knock.ts';

const machines: readonly Drawable[] = Object.values<Drawable>(processes);

describe('the table, read once', () => {
  it('every row in its order: where from, on what, if what, where to, why', () => {
    expect(edgesOf(knock).map((edge) => Object.values(edge))).toEqual([
      ['knocked', 'answered', null, false, 'safe', 'knock/heard'],
      ['knocked', 'noted', null, false, 'knocked', 'knock/noted'],
      ['knocked', 'moved', 'is-later', false, 'carried', 'knock/carried'],
      ['knocked', 'moved', null, true, null, 'knock/backwards'],
      ['knocked', 'due', 'is-night', false, 'knocked', 'knock/waits'],
      ['knocked', 'due', null, true, 'asking-round', 'knock/silent'],
      ['asking-round', 'answered', 'is-night', false, 'safe', 'knock/heard'],
      ['asking-round', 'answered', null, true, 'safe', 'knock/heard'],
      ['asking-round', 'moved', 'is-later', false, 'carried', 'knock/carried'],
      ['asking-round', 'moved', null, true, null, 'knock/backwards'],
    ]);
    expect(finalsOf(knock)).toEqual(['safe', 'carried']);
  });

  it('in words, with an ellipsis where the facts are filled in', () => {
    expect(saidEdges(knock, 'zh')[2]).toEqual({
      from: '敲过门',
      event: '改期',
      guard: '日子在后',
      to: '已改期',
      because: '改到 …。',
    });
    expect(saidEdges(knock, 'en')[5]).toEqual({
      from: 'knocked',
      event: 'when the time comes',
      guard: 'otherwise',
      to: 'asking round',
      because: 'No answer: somebody asks.',
    });
  });

  it('a word that nobody wrote is said as its name', () => {
    const silent = { ...knock, texts: {} };
    expect(titleOf(silent, 'zh')).toBe('knock');
    expect(saidEdges(silent, 'zh')[0]).toEqual({
      from: 'knocked',
      event: 'answered',
      guard: '',
      to: 'safe',
      because: 'knock/heard',
    });
  });
});

describe('what a picture shows of it', () => {
  it('in words, for those who cannot see it', () => {
    expect(narrate(knock, 'en').split('\n')).toEqual([
      'knocked: answered → safe; moved [to a later date] → carried; when the time comes [otherwise] → asking round; it may stay here after: noted, when the time comes.',
      'asking round: answered → safe; moved [to a later date] → carried.',
      'safe: it ends here.',
      'carried: it ends here.',
    ]);
    expect(narrate(processes.line, 'zh')).toContain('\n结束前的任一状态：取消 → 已取消；转下轮 [日子在后] → 已转下轮。');
  });

  it('guards only where the way depends on them, and nothing of what stays', () => {
    expect(arrowsOf(knock)).toEqual([
      { from: ['knocked'], to: 'safe', signs: [{ events: ['answered'], guards: [] }] },
      { from: ['knocked'], to: 'carried', signs: [{ events: ['moved'], guards: ['is-later'] }] },
      { from: ['knocked'], to: 'asking-round', signs: [{ events: ['due'], guards: [null] }] },
      { from: ['asking-round'], to: 'safe', signs: [{ events: ['answered'], guards: [] }] },
      { from: ['asking-round'], to: 'carried', signs: [{ events: ['moved'], guards: ['is-later'] }] },
    ]);
    expect(staysIn(knock, 'knocked')).toEqual(['noted', 'due']);
    expect(staysIn(knock, 'asking-round')).toEqual([]);
  });

  const leave = { left: [{ to: 'gone', because: 'x' }] };
  const stay = { noted: [{ to: 'a', because: 'x' }] };
  const named = (states: Drawable['states']): Drawable => ({ name: 'x', initial: 'a', states, texts: {} });

  it('an end that three in four states lead to is drawn once: 3 of 4 are, 2 of 2 and 3 of 5 are not', () => {
    const froms = (drawable: Drawable) => arrowsOf(drawable).map(({ from }) => from);
    expect(froms(named({ a: leave, b: leave, c: leave, d: stay, gone: {} }))[0]).toEqual(['a', 'b', 'c']);
    expect(froms(named({ a: leave, b: leave, gone: {} }))).toEqual([['a'], ['b']]);
    expect(froms(named({ a: leave, b: leave, c: leave, d: stay, e: stay, gone: {} })).slice(0, 3)).toEqual([['a'], ['b'], ['c']]);
  });

  it('it says which states it leaves out, in both pictures', () => {
    const gathered = named({ a: leave, b: leave, c: leave, d: stay, gone: {} });
    expect(mermaidOf(gathered, 'zh')).toContain('state "结束前的任一状态，除了d" as any_0\n');
    expect(mermaidOf(gathered, 'en')).toContain('  any_0 --> s_gone : left\n');
    expect(dotOf(gathered, 'en')).toContain('".from a b c" -> "gone"');
  });
});

describe('Mermaid', () => {
  it('the whole text, in Chinese', () => {
    expect(mermaidOf(knock, 'zh')).toBe(`stateDiagram-v2
  accTitle: 一次敲门
  state "敲过门" as s_knocked
  s_knocked : 记一笔
  s_knocked : 到时
  state "在打听" as s_asking_round
  state "平安" as s_safe
  state "已改期" as s_carried
  [*] --> s_knocked
  s_knocked --> s_safe : 有人应门
  s_knocked --> s_carried : 改期 [日子在后]
  s_knocked --> s_asking_round : 到时 [否则]
  s_asking_round --> s_safe : 有人应门
  s_asking_round --> s_carried : 改期 [日子在后]
  s_safe --> [*]
  s_carried --> [*]
`);
  });

  it('with refusals, a note to each state that has some', () => {
    const text = mermaidOf(knock, 'en', { refusals: true });
    expect(text).toContain('  note right of s_asking_round\n    ✗ moved [otherwise] — Only to a later date.\n  end note\n');
    expect(text.match(/end note/g)).toHaveLength(2);
  });

  it('its own signs and words are no part of ours', () => {
    const hostile = {
      name: 'x',
      initial: 'end',
      states: { end: { state: [{ to: 'a-b', because: 'x' }] }, 'a-b': {} },
      texts: { 'x-state/end': { zh: '"a": <b>;\n#c %%', en: '' }, 'x-event/state': { zh: 'x --> y : {z}', en: '' } },
    };
    expect(mermaidOf(hostile, 'zh')).toBe(`stateDiagram-v2
  accTitle: x
  state "#34;a#34;#58; #60;b#62;#59; #35;c #37;#37;" as s_end
  state "a-b" as s_a_b
  [*] --> s_end
  s_end --> s_a_b : x --#62; y #58; #123;z#125;
  s_a_b --> [*]
`);
  });
});

describe('Graphviz', () => {
  it('a deadline is dashed, an end has a double frame, the beginning its own dot', () => {
    const lines = dotOf(knock, 'en').split('\n');
    const line = (start: string): string => lines.find((one) => one.startsWith(`  ${start}`)) ?? '';
    expect(line('"knocked" -> "asking-round"')).toContain('style=dashed');
    expect(line('"knocked" -> "safe"')).not.toContain('style=dashed');
    expect(line('"safe" [')).toContain('peripheries=2');
    expect(line('"knocked" [')).not.toContain('peripheries=2');
    expect(line('".begin" -> ')).toBe('  ".begin" -> "knocked";');
  });

  it('a Chinese sign is given a whole square: two at 14 points and 22 of room are 50 points', () => {
    expect(dotOf(knock, 'zh')).toContain('"safe" [label="平安", fixedsize=true, width=0.694,');
    expect((50 / 72).toFixed(3)).toBe('0.694');
  });

  it('quotes, brackets and lines in words stay words', () => {
    const texts = { 'x-state/a': { zh: 'say "no" \\ <b>\n&', en: '' }, 'x-event/e': { zh: '<br/> & "e"', en: '' } };
    const text = dotOf({ name: 'x', initial: 'a', states: { a: { e: [{ to: 'b', because: 'x' }] }, b: {} }, texts }, 'zh');
    expect(text).toContain('"a" [label="say \\"no\\" \\\\ <b> &"');
    expect(text).toContain('&#60;br/&#62; &#38; &#34;e&#34;');
    expect(text.split('\n').filter((line) => line.startsWith('  "a" ['))).toHaveLength(1);
  });

  it('every colour of words and lines stands out by 7 to 1 from every ground (WCAG 2.2, 1.4.6)', () => {
    const text = machines.map((machine) => dotOf(machine, 'en')).join('') + dotOf(knock, 'en');
    const all = (pattern: RegExp): readonly string[] => [...new Set([...text.matchAll(pattern)].map(([, colour]) => colour!))];
    const inks = all(/(?<![a-z])(?:font)?color="(#[0-9a-f]{6})"/g);
    const grounds = all(/(?:bgcolor|fillcolor)="(#[0-9a-f]{6})"/g).filter((colour) => !inks.includes(colour));
    expect([inks.length, grounds.length]).toEqual([3, 4]);
    for (const ink of inks)
      for (const ground of grounds) expect(contrast(ink, ground), `${ink} on ${ground}`).toBeGreaterThanOrEqual(7);
    expect(contrast('#ffffff', '#000000')).toBe(21);
  });
});

/** @source WCAG 2.2, definitions of contrast ratio and relative luminance. */
function contrast(a: string, b: string): number {
  const light = (colour: string): number => {
    const [red, green, blue] = [1, 3, 5]
      .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as [number, number, number];
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [dark, bright] = [light(a), light(b)].toSorted((one, other) => one - other) as [number, number];
  return (bright + 0.05) / (dark + 0.05);
}
