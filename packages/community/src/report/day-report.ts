import type { Call, LocalDate, PersonId, Remark, Text } from '@linli/model';
import { localDateOf } from '@linli/model';
import type { Gap } from '@linli/network';
import { type DoorView, disclose, type PhoneView, type Register } from '@linli/registry';
import type { CycleTotals } from '@linli/windows';
import type { Assignment, KeptDemand, Purchase, Unassigned } from '../collections.ts';
import { callsOf } from '../day/cycle-of-day.ts';
import { isAdult } from '../day/day-problem.ts';
import type { KnockDue } from '../day/knocks-due.ts';
import { type PurchaseLine, purchasesOf } from '../day/purchases.ts';
import type { HelperCredit } from '../day/settle-services.ts';
import type { Rules } from '../rules/rules.ts';
import type { Assigned } from '../verbs/assign.ts';
import type { Collected } from '../verbs/collect.ts';
import type { Written } from '../verbs/house.ts';
import type { Review } from '../verbs/review.ts';
import type { Settled } from '../verbs/settle.ts';
import { type SaidReason, type Speaker, speakerOf } from './speaker.ts';

/** Counts of one day. Calls, orders and requests are those of the day itself, late ones included where not said otherwise. */
export interface DayCounts {
  readonly residents: number;
  readonly helpers: number;
  readonly ties: number;
  readonly calls: number;
  readonly reached: number;
  readonly notReached: number;
  readonly refused: number;
  /** Owed a call today and in no line of the phone register. */
  readonly notCalled: number;
  /** Calls that brought a goods order before the cut-off. */
  readonly ordersInTime: number;
  /** Goods orders at or after the cut-off: in the next cycle. */
  readonly lateOrders: number;
  /** Calls that asked for a service, at any hour, emergencies among them. */
  readonly serviceRequests: number;
  /** Service requests at or after the cut-off: in the next cycle. */
  readonly lateServiceRequests: number;
  readonly emergencies: number;
}

type Said<Item extends { readonly reasons: readonly unknown[] }> = Omit<Item, 'reasons'> & {
  readonly reasons: readonly SaidReason[];
};

/** A row of the file or a remark on it, in both languages. */
export interface SaidRemark {
  readonly sheet: string;
  readonly row: number;
  readonly column: string | null;
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

/** Whom to phone again or for the first time; `demandId` finds the assignment. */
export interface CallToMake {
  readonly residentId: PersonId;
  readonly demandId: string;
  readonly reason: SaidReason;
}

/** One service day as data: the shape of `linli day run --json`. Lists are in a fixed order; spans are epoch milliseconds. */
export interface DayReport {
  readonly format: 'linli-day/1';
  readonly community: { readonly id: string; readonly name: Text; readonly zone: string };
  /** The collection date; the work is done on `serviceDate`. */
  readonly date: LocalDate;
  readonly serviceDate: LocalDate;
  /** Always true here: the clock of this run is made up from the times in the records. */
  readonly simulated: true;
  readonly counts: DayCounts;
  readonly assignments: readonly Said<Assignment>[];
  readonly unassigned: readonly Said<Unassigned>[];
  /** Taken after the cut-off, with the cycle they went into. */
  readonly deferred: readonly {
    readonly demandId: string;
    readonly residentId: PersonId | null;
    readonly toDate: LocalDate;
    readonly reasons: readonly SaidReason[];
  }[];
  readonly emergencies: readonly {
    readonly demandId: string;
    readonly residentId: PersonId | null;
    readonly helperId: PersonId | null;
    readonly raisedAt: number;
  }[];
  readonly secondCalls: readonly CallToMake[];
  readonly firstCalls: readonly CallToMake[];
  /** Declined the call: a social worker follows up. */
  readonly followUps: readonly { readonly residentId: PersonId; readonly reason: SaidReason }[];
  readonly purchases: { readonly lines: readonly PurchaseLine[]; readonly buyers: readonly Said<Purchase>[] };
  readonly knocksDue: readonly KnockDue[];
  readonly credits: readonly HelperCredit[];
  readonly creditPeriod: {
    readonly from: LocalDate;
    readonly until: LocalDate;
    readonly standard: string;
    readonly edition: number;
    readonly unit: Text;
    readonly scaleSeconds: number;
  };
  readonly gaps: readonly Said<Gap>[];
  readonly refusedRows: readonly SaidRemark[];
  readonly warnings: readonly SaidRemark[];
  /** Remarks on the whole day rather than on a row. */
  readonly notes: readonly SaidReason[];
  /** What the cycle would come to if everybody did what this plan says; nothing of it is written down. */
  readonly rehearsal: CycleTotals;
  readonly store: Written & { readonly unchanged: boolean };
  /** Every demand of the lists above, to read the plan by. */
  readonly demands: readonly KeptDemand[];
  /** What somebody at the door may see, for every resident; there is no diagnosis in it. */
  readonly doors: readonly DoorView[];
  /** For whoever makes the calls above. */
  readonly phones: readonly PhoneView[];
  readonly people: readonly PersonInReport[];
}

/** `role` and `grid` are the helper's; null for somebody who only receives. */
export interface PersonInReport {
  readonly id: PersonId;
  readonly name: string;
  readonly resident: boolean;
  readonly helper: boolean;
  readonly role: string | null;
  readonly grid: number | null;
}

export interface DayParts {
  readonly rules: Rules;
  readonly date: LocalDate;
  readonly register: Register;
  readonly refused: readonly Remark[];
  readonly warnings: readonly Remark[];
  readonly declaredResidents: number | null;
  readonly tellsEmergencies: boolean;
  readonly collected: Collected;
  readonly assigned: Assigned;
  readonly settled: Settled;
  readonly review: Review;
  readonly rehearsal: CycleTotals;
  readonly written: Written;
}

/** Puts the answers of the verbs together and says every reason in both languages. Decides nothing. */
export function dayReport(parts: DayParts): DayReport {
  const { rules, date, register, assigned, settled, review, written } = parts;
  const people = peopleOf(register);
  const speaker = speakerOf(rules, new Map(people.map(({ id, name }) => [id, name])));
  const said = <Item extends { readonly reasons: readonly Parameters<Speaker['reason']>[0][] }>(item: Item): Said<Item> => ({
    ...item,
    reasons: item.reasons.map(speaker.reason),
  });
  const { creditStandard, profile } = rules;
  return {
    format: 'linli-day/1',
    community: { id: profile.id, name: profile.name, zone: profile.zone },
    date,
    serviceDate: review.on,
    simulated: true,
    counts: countsOf(parts),
    assignments: assigned.plan.assignments.map(said),
    unassigned: assigned.plan.unassigned.map(said),
    deferred: deferredOf(parts, speaker),
    emergencies: emergenciesOf(parts),
    secondCalls: assigned.round.again.map((call) => callToMake(call, speaker)),
    firstCalls: assigned.round.notCalled.map((call) => callToMake(call, speaker)),
    followUps: assigned.round.declined.map((residentId) => ({ residentId, reason: speaker.reason({ code: 'call/refused' }) })),
    purchases: {
      lines: purchasesOf(parts.collected.demands.filter(({ cycleDate }) => cycleDate === date).map(({ demand }) => demand)),
      buyers: assigned.plan.purchases.map(said),
    },
    knocksDue: review.knocksDue,
    credits: settled.credits,
    creditPeriod: {
      ...settled.period,
      standard: creditStandard.id,
      edition: creditStandard.edition,
      unit: creditStandard.unit.words,
      scaleSeconds: creditStandard.unit.scaleSeconds,
    },
    gaps: review.gaps.map(said),
    refusedRows: parts.refused.map((remark) => saidRemark(remark, speaker)),
    warnings: parts.warnings.map((remark) => saidRemark(remark, speaker)),
    notes: notesOf(parts, speaker),
    rehearsal: parts.rehearsal,
    store: { ...written, unchanged: written.added + written.changed === 0 },
    demands: parts.collected.demands,
    doors: register.residents.map((resident) => disclose(resident, 'door')),
    phones: [...assigned.round.again, ...assigned.round.notCalled].map(({ resident }) => disclose(resident, 'phone')),
    people,
  };
}

export function saidRemark({ at, column, reason }: Remark, speaker: Speaker): SaidRemark {
  const { code, zh, en } = speaker.reason(reason);
  return { sheet: at.sheet, row: at.row, column, code, zh, en };
}

const callToMake = ({ need, resident, reason }: Assigned['round']['again'][number], speaker: Speaker): CallToMake => ({
  residentId: resident.id,
  demandId: need.demand.id,
  reason: speaker.reason(reason),
});

function countsOf({ rules, date, register, assigned, collected }: DayParts): DayCounts {
  const { zone } = rules.cycle;
  const calls = callsOf(rules, register.calls, date).filter(({ at }) => localDateOf(at, zone) === date);
  const late = new Set(collected.demands.filter(({ cycleDate }) => cycleDate !== date).map(({ demand }) => demand.id));
  const ofDay = collected.demands.filter(({ demand }) => localDateOf(demand.raisedAt, zone) === date);
  const orders = ofDay.filter(({ demand }) => demand.order.length > 0);
  const requests = ofDay.filter(({ demand }) => demand.order.length === 0);
  const isLate = ({ demand }: KeptDemand): boolean => late.has(demand.id);
  const count = (...outcomes: Call['outcome'][]): number => calls.filter(({ outcome }) => outcomes.includes(outcome)).length;
  return {
    residents: register.residents.length,
    helpers: register.helpers.length,
    ties: register.ties.length,
    calls: calls.length,
    reached: count('reached'),
    notReached: count('no-answer', 'call-back'),
    refused: count('refused'),
    notCalled: assigned.round.notCalled.length,
    ordersInTime: orders.filter((one) => !isLate(one)).length,
    lateOrders: orders.filter(isLate).length,
    serviceRequests: requests.length,
    lateServiceRequests: requests.filter(isLate).length,
    emergencies: ofDay.filter(({ demand }) => demand.emergency).length,
  };
}

function deferredOf({ date, collected }: DayParts, speaker: Speaker): DayReport['deferred'] {
  return collected.demands
    .filter(({ cycleDate }) => cycleDate !== date)
    .map(({ cycleDate, demand }) => ({
      demandId: demand.id,
      residentId: demand.residentId,
      toDate: cycleDate,
      reasons: [speaker.reason({ code: 'demand/after-cut-off', data: { toDate: cycleDate } })],
    }));
}

function emergenciesOf({ collected, assigned }: DayParts): DayReport['emergencies'] {
  const sentTo = new Map(assigned.plan.assignments.map(({ demandId, helperId }) => [demandId, helperId]));
  return collected.demands
    .filter(({ demand }) => demand.emergency)
    .map(({ demand }) => ({
      demandId: demand.id,
      residentId: demand.residentId,
      helperId: sentTo.get(demand.id) ?? null,
      raisedAt: demand.raisedAt,
    }));
}

function notesOf(
  { rules, date, register, declaredResidents, tellsEmergencies }: DayParts,
  speaker: Speaker,
): readonly SaidReason[] {
  const notes: Parameters<Speaker['reason']>[0][] = [];
  if (!tellsEmergencies) notes.push({ code: 'call/emergencies-unknown' });
  const admitted = register.residents.length;
  if (declaredResidents !== null && declaredResidents !== admitted) {
    notes.push({ code: 'roster/count-differs', data: { declared: declaredResidents, admitted } });
  }
  const young = register.helpers.filter((helper) => !isAdult(helper, rules, date));
  if (young.length > 0) notes.push({ code: 'helper/under-age', data: { count: young.length, age: rules.catalogue.adultAge } });
  const tied = new Set(register.ties.map(({ helperId }) => helperId));
  const alone = young.filter(({ id }) => tied.has(id));
  if (alone.length > 0) {
    const names = alone.map(({ name }) => name).join('、');
    notes.push({ code: 'tie/under-age', data: { names, age: rules.catalogue.adultAge } });
  }
  const unknown = register.helpers.filter(({ availability }) => availability.length === 0).length;
  if (unknown > 0) notes.push({ code: 'helper/no-availability', data: { count: unknown } });
  return notes.map(speaker.reason);
}

/** Everybody once, in id order. */
function peopleOf({ residents, helpers }: Register): DayReport['people'] {
  const residentIds = new Set(residents.map(({ id }) => id));
  const helperById = new Map(helpers.map((helper) => [helper.id, helper]));
  const names = new Map([...residents, ...helpers].map(({ id, name }) => [id, name]));
  return [...names]
    .map(([id, name]) => {
      const helper = helperById.get(id);
      return {
        id,
        name,
        resident: residentIds.has(id),
        helper: helper !== undefined,
        role: helper?.role ?? null,
        grid: helper?.grid ?? null,
      };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
