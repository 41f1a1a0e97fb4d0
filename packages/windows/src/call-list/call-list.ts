import {
  type Birth,
  type Call,
  contains,
  type Instant,
  isAtLeast,
  type Living,
  type LocalDate,
  livesAlone,
  type PersonId,
  type Reason,
  type Span,
} from '@linli/model';
import { both } from '../delivery/delivery-mode.ts';
import type { CallRule } from './call-rule.ts';

/** What the list asks of a resident. */
export interface CallResident {
  readonly id: PersonId;
  readonly birth: Birth | null;
  /** Newest last. */
  readonly living: readonly Living[];
}

/** A call of the round. `callBackAt`: the resident asked for that time. */
export type RoundCall = Pick<Call, 'at' | 'residentId' | 'candidates' | 'outcome' | 'order' | 'request'> & {
  readonly callBackAt?: Instant | null;
};

export type CallListCode =
  | 'call-list/not-called'
  | 'call-list/no-answer'
  | 'call-list/call-back'
  | 'call-list/tries-used-up'
  | 'call-list/refused'
  | 'call-list/reached'
  | 'call-list/name-fits-several'
  | 'call-list/age-first'
  | 'call-list/living-unknown'
  | 'call-list/age-unknown';

/** Where one resident stands in the round of a cycle. */
export type CallStanding = 'not-called' | 'no-answer' | 'call-back' | 'unanswered' | 'refused' | 'reached';

export interface ListedCall {
  readonly residentId: PersonId;
  readonly standing: CallStanding;
  /** Calls to this resident in this cycle. */
  readonly calls: number;
  /** Not before this; null: at once, or, where nobody rings any more, never. */
  readonly notBefore: Instant | null;
  /** Whether anything was asked for; null while nobody was reached who could say. */
  readonly wants: boolean | null;
  readonly reasons: readonly Reason<CallListCode>[];
}

/** Nobody who lives alone is left out: everybody is in exactly one of the lists. */
export interface CallList {
  readonly date: LocalDate;
  /** To be rung up, those of advanced age first, then in order of id. */
  readonly toCall: readonly ListedCall[];
  /** Rung as often as the rule says and never reached: somebody should knock. */
  readonly unanswered: readonly ListedCall[];
  /** Spoken to, and wanted no call: not called again in this cycle, and nothing is known of any need. */
  readonly refused: readonly ListedCall[];
  readonly reached: readonly ListedCall[];
  /** Nobody can tell whether they belong on the list; to be found out. In order of id. */
  readonly unsure: readonly { readonly residentId: PersonId; readonly reasons: readonly Reason<CallListCode>[] }[];
}

/** Calls in the order they were made, those of the same instant as they came. */
const inOrder = (calls: readonly RoundCall[]): readonly RoundCall[] => calls.toSorted((a, b) => a.at - b.at);

/**
 * D-28, D-74: who lives alone on `date`, is old enough, and has not been reached in the cycle whose collection is `collection`.
 * A call whose name fits several residents settles nobody. Calls outside the collection are of another cycle.
 */
export function callListFor(
  rule: CallRule,
  question: {
    readonly date: LocalDate;
    readonly collection: Span;
    readonly residents: readonly CallResident[];
    readonly calls: readonly RoundCall[];
  },
): CallList {
  const { date, collection } = question;
  const ofCycle = inOrder(question.calls.filter(({ at }) => contains(collection, at)));
  const listed: (ListedCall & { readonly isFirst: boolean })[] = [];
  const unsure: CallList['unsure'][number][] = [];
  for (const resident of question.residents.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))) {
    const alone = livesAlone(resident, date);
    const oldEnough = isAtLeast(resident.birth, rule.minAge, date);
    const belongs = both(isAlone(resident, date, alone), oldEnough);
    if (belongs === false) continue;
    if (belongs === undefined) {
      const reasons: Reason<CallListCode>[] = [
        ...(alone === undefined ? [{ code: 'call-list/living-unknown' as const }] : []),
        ...(oldEnough === undefined ? [{ code: 'call-list/age-unknown' as const, data: { minAge: rule.minAge } }] : []),
      ];
      unsure.push({ residentId: resident.id, reasons });
      continue;
    }
    const isFirst = isAtLeast(resident.birth, rule.firstFromAge, date) === true;
    listed.push({ ...standingOf(rule, resident.id, ofCycle, isFirst), isFirst });
  }
  const inState = (...states: readonly CallStanding[]): readonly ListedCall[] =>
    listed
      .filter(({ standing }) => states.includes(standing))
      .sort((a, b) => Number(b.isFirst) - Number(a.isFirst))
      .map(({ isFirst: _, ...call }) => call);
  return {
    date,
    toCall: inState('not-called', 'no-answer', 'call-back'),
    unanswered: inState('unanswered'),
    refused: inState('refused'),
    reached: inState('reached'),
    unsure,
  };
}

/** Before the first arrangement with a date, somebody did not live as that says: alone from 3 March is not alone on the 2nd. */
const isAlone = ({ living }: CallResident, on: LocalDate, alone: boolean | undefined): boolean | undefined =>
  alone === undefined && living.some(({ kind, from }) => kind === 'alone' && from !== null && from > on) ? false : alone;

const asksFor = ({ outcome, order, request }: RoundCall): boolean =>
  outcome === 'reached' && (order.length > 0 || request !== null);

function standingOf(rule: CallRule, residentId: PersonId, calls: readonly RoundCall[], isFirst: boolean): ListedCall {
  const own = calls.filter((call) => call.residentId === residentId);
  const perhaps = calls.filter((call) => call.residentId === null && call.candidates.includes(residentId));
  const last = own.at(-1);
  const unanswered = own.filter(({ outcome }) => outcome === 'no-answer').length;
  const notes: readonly Reason<CallListCode>[] = [
    ...(isFirst ? [{ code: 'call-list/age-first' as const, data: { age: rule.firstFromAge } }] : []),
    ...(perhaps.length > 0 ? [{ code: 'call-list/name-fits-several' as const, data: { calls: perhaps.length } }] : []),
  ];
  const stand = (standing: CallStanding, code: CallListCode, notBefore: Instant | null): ListedCall => ({
    residentId,
    standing,
    calls: own.length,
    notBefore,
    wants: standing === 'reached' ? own.some(asksFor) : null,
    reasons: [{ code, data: { calls: own.length } }, ...notes],
  });
  // Being reached once settles the cycle, and so does a refusal, unless the resident is reached after all.
  if (own.some(({ outcome }) => outcome === 'reached')) return stand('reached', 'call-list/reached', null);
  if (own.some(({ outcome }) => outcome === 'refused')) return stand('refused', 'call-list/refused', null);
  if (last === undefined) return stand('not-called', 'call-list/not-called', null);
  const later = (last.at + rule.waitMinutes * 60_000) as Instant;
  if (last.outcome === 'call-back') return stand('call-back', 'call-list/call-back', last.callBackAt ?? later);
  if (unanswered >= rule.tries) return stand('unanswered', 'call-list/tries-used-up', null);
  return stand('no-answer', 'call-list/no-answer', later);
}
