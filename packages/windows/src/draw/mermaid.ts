import type { Lang } from '@linli/model';
import { arrowsOf, gatheredWords, signWords, staysIn } from './arrows.ts';
import { eventWords, saidEdges, stateWords, titleOf } from './edge-words.ts';
import { type Drawable, edgesOf, finalsOf } from './edges.ts';

/**
 * A process as a Mermaid `stateDiagram-v2`: under a state's name the events after which it stays there. `refusals` adds a
 * note to each state with the events it refuses in words of its own. The same process gives the same text.
 * @source Mermaid's grammar of state diagrams and its entity codes, https://mermaid.js.org/syntax/stateDiagram.html
 */
export function mermaidOf(drawable: Drawable, lang: Lang, { refusals = false }: { readonly refusals?: boolean } = {}): string {
  const states = Object.keys(drawable.states);
  const arrows = arrowsOf(drawable);
  const gathered = arrows.map(({ from }) => from).filter((from) => from.length > 1);
  const gates = [...new Map(gathered.map((from) => [from.join(' '), from])).values()];
  const startOf = (from: readonly string[]): string =>
    from.length === 1 ? idOf(from[0]!) : `any_${gates.findIndex((gate) => gate.join(' ') === from.join(' '))}`;
  const lines = [
    'stateDiagram-v2',
    `accTitle: ${oneLine(titleOf(drawable, lang))}`,
    ...states.flatMap((state) => [
      `state "${escaped(stateWords(drawable, state, lang))}" as ${idOf(state)}`,
      ...staysIn(drawable, state).map((event) => `${idOf(state)} : ${escaped(eventWords(drawable, event, lang))}`),
    ]),
    ...gates.map((from) => `state "${escaped(gatheredWords(drawable, from, lang))}" as ${startOf(from)}`),
    `[*] --> ${idOf(drawable.initial)}`,
    ...arrows.map(({ from, to, signs }) => {
      const label = signs.map((sign) => escaped(signWords(drawable, sign, lang).join(' ').trim())).join('<br/>');
      return `${startOf(from)} --> ${idOf(to)} : ${label}`;
    }),
    ...finalsOf(drawable).map((state) => `${idOf(state)} --> [*]`),
    ...(refusals ? states.flatMap((state) => note(drawable, state, lang)) : []),
  ];
  return `${lines.map((line, index) => (index === 0 ? line : `  ${line}`)).join('\n')}\n`;
}

function note(drawable: Drawable, state: string, lang: Lang): readonly string[] {
  const rows = edgesOf(drawable);
  const refused = saidEdges(drawable, lang).filter((_, index) => rows[index]?.from === state && rows[index].to === null);
  if (refused.length === 0) return [];
  const told = refused.map(({ event, guard, because }) => `${event}${guard === '' ? '' : ` [${guard}]`} — ${because}`);
  return [`note right of ${idOf(state)}`, ...told.map((line) => `  ✗ ${escaped(line)}`), 'end note'];
}

/** Never one of Mermaid's own words, such as `end` or `state`; a hyphen would be read as part of an arrow. */
const idOf = (state: string): string =>
  `s_${state.replace(/[^A-Za-z0-9]/g, (sign) => (sign === '-' ? '_' : `_u${sign.codePointAt(0)?.toString(16)}_`))}`;

const oneLine = (text: string): string => text.replace(/[\p{Cc};#]+/gu, ' ').trim();

/** Signs that end or open something in Mermaid stand as entity codes. */
const escaped = (text: string): string =>
  text.replace(/\p{Cc}+/gu, ' ').replace(/[#;:"<>&%{}\\`]/g, (sign) => `#${sign.codePointAt(0)};`);
