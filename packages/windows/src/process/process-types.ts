import type { Instant, Reason, Texts } from '@linli/model';
import type * as z from 'zod';

/** Something that happened to one process at `at`. The same `id` is the same event, whatever else it says. */
export interface Happened {
  readonly type: string;
  readonly id: string;
  readonly at: Instant;
}

/** A deadline. `at` is when it was due, `now` when somebody looked: later than `at` after a silence. */
export interface Due {
  readonly type: 'due';
  readonly at: Instant;
  readonly now: Instant;
}

/** What a process is made of, as types: `defineProcess` holds the table to them, so that nothing is left without words. */
export interface ProcessTypes {
  readonly name: string;
  readonly state: string;
  /** What it knows beside its state: plain JSON, with every deadline in it as an instant. */
  readonly facts: object;
  readonly event: Happened;
  /** What the host should now do, as data. Sent by the host, never from here. */
  readonly effect: { readonly type: string };
  /** The reasons of its transitions and refusals. */
  readonly code: string;
  readonly guard: string;
}

export interface Way<T extends ProcessTypes, Event> {
  /** Tried in the order they are written; the first way whose guard holds is taken. */
  readonly guard?: T['guard'];
  /** Every way says why it is taken, or refused. Both `data` and `effects` see the facts as they are afterwards. */
  readonly because: T['code'];
  readonly data?: (facts: T['facts'], event: Event) => NonNullable<Reason['data']>;
}

/** One way out of a state, or a refusal that is worth its own words. A refused event changes nothing. */
export type Transition<T extends ProcessTypes, Event> =
  | (Way<T, Event> & {
      readonly to: T['state'];
      readonly set?: (facts: T['facts'], event: Event) => Partial<T['facts']>;
      readonly effects?: (facts: T['facts'], event: Event) => readonly T['effect'][];
    })
  | (Way<T, Event> & { readonly refused: true });

type EventOf<T extends ProcessTypes, Type> = Extract<T['event'], { readonly type: Type }>;

/** All ways for one type of event, in order; for naming those that several states share. */
export type Ways<T extends ProcessTypes, Type extends T['event']['type'] | 'due'> = readonly Transition<
  T,
  Type extends 'due' ? Due : EventOf<T, Type>
>[];

/** Empty where the process ends. An event that is not listed is refused with `process/not-now`. */
export type StateSpec<T extends ProcessTypes> = {
  readonly [Type in T['event']['type']]?: Ways<T, Type>;
} & { readonly due?: Ways<T, 'due'> };

/** From the snapshot of the version before to this one's. Given and giving plain JSON; the result is checked. */
type Migration = (old: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

/** All that needs words in a process. */
export type TextKey<T extends ProcessTypes> =
  | T['code']
  | `${T['name']}/title`
  | `${T['name']}-state/${T['state']}`
  | `${T['name']}-event/${T['event']['type']}`
  | `${T['name']}-effect/${T['effect']['type']}`
  | `${T['name']}-guard/${T['guard']}`;

export interface ProcessSpec<T extends ProcessTypes> {
  readonly name: T['name'];
  /** Of what is stored. Goes up by one with an entry in `migrations` whenever old snapshots would not be read. */
  readonly version: number;
  /** `migrations[0]` goes from version 1 to version 2. */
  readonly migrations: readonly Migration[];
  readonly Facts: z.ZodType<T['facts']>;
  readonly Event: z.ZodType<T['event']>;
  readonly initial: T['state'];
  readonly states: { readonly [State in T['state']]: StateSpec<T> };
  readonly guards: { readonly [Guard in T['guard']]: (facts: T['facts'], event: T['event'] | Due) => boolean };
  /** When it has to be woken next; null where it waits for people. Whatever takes `due` must move this on. */
  readonly due: (state: T['state'], facts: T['facts']) => Instant | null;
  readonly texts: Texts<TextKey<T>>;
}

/** Names a process and the version of what it stores. */
export type Format<Name extends string> = `linli-${Name}-state/${number}`;
