import type { Lang, Texts } from '@linli/model';
import { eventWords, guardWords, stateWords } from './edge-words.ts';
import { type Drawable, type Edge, edgesOf, finalsOf } from './edges.ts';

const words = {
  anywhere: { zh: '结束前的任一状态', en: 'any state before the end' },
  anywhereBut: { zh: '结束前的任一状态，除了', en: 'any state before the end but' },
} as const satisfies Texts;

/** What is written beside an arrow: events that lead along it under the same guards. */
export interface Sign {
  readonly events: readonly string[];
  /** The guards any of which has to hold, `null` for "otherwise"; empty where nothing has to. */
  readonly guards: readonly (string | null)[];
}

/** All that leads from one state to another, or from several states to the same end. */
export interface Arrow {
  /** One state; or several, where the arrow leads to an end that nearly every state leads to. */
  readonly from: readonly string[];
  readonly to: string;
  readonly signs: readonly Sign[];
}

/** What a picture shows of a table: one arrow for two states however many ways there are. In the order of the table. */
export function arrowsOf(drawable: Drawable): readonly Arrow[] {
  const single = leadsOf(drawable);
  const finals = finalsOf(drawable);
  const open = Object.keys(drawable.states).length - finals.length;
  // An end that three in four of the states lead to in the same way is drawn once, or a picture is nothing but such arrows.
  const same = Map.groupBy(single, ({ to, sign }) => JSON.stringify([to, sign]));
  const isGathered = (group: readonly Lead[]): boolean =>
    group.length >= 3 && group.length >= open * 0.75 && finals.includes(group[0]!.to);
  const gates = new Map([...same.values()].filter(isGathered).flatMap((group) => group.map((lead) => [lead, group])));
  const leads = single.flatMap((lead) => {
    const group = gates.get(lead) ?? [lead];
    return group[0] === lead ? [{ ...lead, from: group.flatMap(({ from }) => from) }] : [];
  });
  const joined = Map.groupBy(leads, ({ from, to }) => JSON.stringify([from, to]));
  return [...joined.values()].map((group) => ({ from: group[0]!.from, to: group[0]!.to, signs: signsOf(group) }));
}

function signsOf(leads: readonly Lead[]): readonly Sign[] {
  const same = Map.groupBy(leads, ({ sign: { guards } }) => JSON.stringify(guards));
  return [...same.values()].map((group) => ({
    events: group.flatMap(({ sign: { events } }) => events),
    guards: group[0]!.sign.guards,
  }));
}

interface Lead {
  readonly from: readonly string[];
  readonly to: string;
  readonly sign: Sign;
}

/** One event of one state towards another one. */
function leadsOf(drawable: Drawable): readonly Lead[] {
  const taken = edgesOf(drawable).filter((edge): edge is Edge & { readonly to: string } => edge.to !== null);
  const events = Map.groupBy(taken, ({ from, event }) => JSON.stringify([from, event]));
  return [...events.values()].flatMap((ways) =>
    [...Map.groupBy(ways, ({ to }) => to)].flatMap(([to, there]) => {
      const { from, event } = there[0]!;
      const isCertain = there.length === ways.length && there.some(({ guard }) => guard === null);
      const guards = isCertain ? [] : there.map(({ guard, isOtherwise }) => (isOtherwise ? null : guard));
      return to === from ? [] : [{ from: [from], to, sign: { events: [event], guards } }];
    }),
  );
}

/** The events after which a process may stay in `state`; what is refused is none of them. */
export const staysIn = (drawable: Drawable, state: string): readonly string[] => [
  ...new Set(edgesOf(drawable).flatMap(({ from, to, event }) => (from === state && to === state ? [event] : []))),
];

/** The events, and `[guard / guard]` or nothing. */
export function signWords(drawable: Drawable, { events, guards }: Sign, lang: Lang): readonly [string, string] {
  const said = guards.map((guard) => guardWords(drawable, { guard, isOtherwise: guard === null }, lang));
  const happened = events.map((event) => eventWords(drawable, event, lang)).join(lang === 'zh' ? '、' : ', ');
  return [happened, said.length === 0 ? '' : `[${said.join(' / ')}]`];
}

/** Where an arrow starts that leads from several states. */
export function gatheredWords(drawable: Drawable, from: readonly string[], lang: Lang): string {
  const ends = finalsOf(drawable);
  const without = Object.keys(drawable.states).filter((state) => !ends.includes(state) && !from.includes(state));
  if (without.length === 0) return words.anywhere[lang];
  const names = without.map((state) => stateWords(drawable, state, lang)).join(lang === 'zh' ? '、' : ', ');
  return lang === 'zh' ? `${words.anywhereBut.zh}${names}` : `${words.anywhereBut.en}: ${names}`;
}
