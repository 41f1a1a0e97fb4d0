import type { Text, Texts } from '@linli/model';

/** What of a process can be seen: its table and its words. Every `Process` is one. */
export interface Drawable {
  readonly name: string;
  readonly initial: string;
  readonly states: Readonly<Record<string, Readonly<Record<string, readonly TableWay[]>>>>;
  readonly texts: Texts;
}

export interface TableWay {
  readonly guard?: string;
  readonly because: string;
  readonly to?: string;
}

/** One row of the table: a way out of a state, or a refusal. */
export interface Edge {
  readonly from: string;
  /** The type of the event, or `due`. */
  readonly event: string;
  readonly guard: string | null;
  /** It has no guard and stands behind ways that have one: taken where none of them held. */
  readonly isOtherwise: boolean;
  /** Null where the event is refused. */
  readonly to: string | null;
  readonly because: string;
}

/** Every row of the table, in its order. */
export const edgesOf = ({ states }: Drawable): readonly Edge[] =>
  Object.entries(states).flatMap(([from, events]) =>
    Object.entries(events).flatMap(([event, ways]) =>
      ways.map(({ guard = null, to = null, because }, index) => ({
        from,
        event,
        guard,
        isOtherwise: guard === null && index > 0,
        to,
        because,
      })),
    ),
  );

/** States without any row: the process ends there. */
export const finalsOf = ({ states }: Drawable): readonly string[] =>
  Object.keys(states).filter((state) => Object.keys(states[state] ?? {}).length === 0);

/** The words for one part of a process; a name without words is said as the name itself. */
export type Part = 'state' | 'event' | 'guard';
export const wordsFor = ({ name, texts }: Drawable, part: Part, word: string): Text =>
  texts[`${name}-${part}/${word}`] ?? { zh: word, en: word };
