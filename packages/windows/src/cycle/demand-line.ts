import { DemandId, LocalDate, PersonId, Reason } from '@linli/model';
import * as z from 'zod';
import { defineProcess } from '../process/define-process.ts';
import { happened } from '../process/happened.ts';
import type { Ways } from '../process/process-types.ts';

/** Where one demand stands in one cycle. Its words are under `line-state/…`. */
export const LineState = z.enum(['held', 'collected', 'assigned', 'unassigned', 'prepared', 'done', 'cancelled', 'carried']);
export type LineState = z.infer<typeof LineState>;

const known = {
  demandId: DemandId,
  emergency: z.boolean(),
  /** The one person who answers for it; null while there is none. */
  helperId: PersonId.nullable(),
  /** Why it is unassigned or cancelled; empty otherwise. */
  why: z.array(Reason).readonly(),
  /** Where a carried line went, the date of another cycle. */
  toDate: LocalDate.nullable(),
};

/** One demand as its cycle keeps it. */
export const CycleLine = z.strictObject({ state: LineState, ...known }).readonly();
export interface CycleLine extends z.infer<typeof CycleLine> {}

/** What is known of one demand beside where it stands; `date` is that of its cycle. */
const LineFacts = z.strictObject({ date: LocalDate, ...known }).readonly();
export interface LineFacts extends z.infer<typeof LineFacts> {}

const onLine = <Type extends string>(type: Type) => happened(type).extend({ demandId: DemandId });

/** What can happen to one line. */
export const LineEvent = z.discriminatedUnion('type', [
  onLine('approve').readonly(),
  /** Replaces whoever was named before: a line has one person. */
  onLine('assigned').extend({ helperId: PersonId }).readonly(),
  onLine('unassignable')
    .extend({ reasons: z.array(Reason).readonly() })
    .readonly(),
  /** One's share of the execution is done: bought, packed, ready to go. */
  onLine('prepared').readonly(),
  onLine('done').readonly(),
  /** `reason`: a code, or the words of whoever cancelled. */
  onLine('cancelled')
    .extend({ reason: z.string().min(1) })
    .readonly(),
  onLine('carried').extend({ toDate: LocalDate }).readonly(),
]);
export type LineEvent = z.infer<typeof LineEvent>;

export interface LineTypes {
  readonly name: 'line';
  readonly state: LineState;
  readonly facts: LineFacts;
  readonly event: LineEvent;
  readonly effect: never;
  readonly code: LineCode;
  readonly guard: 'is-other-person' | 'goes-forward';
}

export type LineCode =
  | 'line/approved'
  | 'line/assigned'
  | 'line/reassigned'
  | 'line/unassigned'
  | 'line/prepared'
  | 'line/done'
  | 'line/cancelled'
  | 'line/carried'
  | 'line/carried-backwards'
  | 'line/awaits-approval'
  | 'line/not-awaiting-approval'
  | 'line/nobody-named'
  | 'line/already-prepared';

const about = ({ demandId }: LineFacts) => ({ demandId });
const refused = (because: LineCode) => [{ refused: true, because, data: about }] as const;

const named: Ways<LineTypes, 'assigned'> = [
  { to: 'assigned', because: 'line/assigned', data: about, set: (_, { helperId }) => ({ helperId, why: [] }) },
];
const assigned: Ways<LineTypes, 'assigned'> = [
  {
    guard: 'is-other-person',
    to: 'assigned',
    because: 'line/reassigned',
    data: about,
    set: (_, { helperId }) => ({ helperId, why: [] }),
  },
  ...named,
];
const unassignable: Ways<LineTypes, 'unassignable'> = [
  { to: 'unassigned', because: 'line/unassigned', data: about, set: (_, { reasons }) => ({ helperId: null, why: reasons }) },
];
const done: Ways<LineTypes, 'done'> = [{ to: 'done', because: 'line/done', data: about }];
const cancelled: Ways<LineTypes, 'cancelled'> = [
  { to: 'cancelled', because: 'line/cancelled', data: about, set: (_, { reason }) => ({ why: [{ code: reason }] }) },
];
const carried: Ways<LineTypes, 'carried'> = [
  {
    guard: 'goes-forward',
    to: 'carried',
    because: 'line/carried',
    data: ({ demandId, toDate }) => ({ demandId, toDate: toDate ?? '' }),
    set: (_, { toDate }) => ({ toDate }),
  },
  ...refused('line/carried-backwards'),
];
const leave = { cancelled, carried };
const approveIsNotAsked = { approve: refused('line/not-awaiting-approval') };

const withoutPerson = {
  ...approveIsNotAsked,
  assigned: named,
  unassignable,
  prepared: refused('line/nobody-named'),
  done: refused('line/nobody-named'),
  ...leave,
};

/**
 * One demand inside one cycle. `held` waits for approval; every other line starts at `collected`.
 * Work is done by somebody with a name: `done` is reached through `assigned` alone.
 */
export const demandLine = defineProcess<LineTypes>({
  name: 'line',
  version: 1,
  migrations: [],
  Facts: LineFacts,
  Event: LineEvent,
  initial: 'held',
  states: {
    held: {
      approve: [{ to: 'collected', because: 'line/approved', data: about }],
      assigned: refused('line/awaits-approval'),
      unassignable: refused('line/awaits-approval'),
      prepared: refused('line/awaits-approval'),
      done: refused('line/awaits-approval'),
      ...leave,
    },
    collected: withoutPerson,
    unassigned: withoutPerson,
    assigned: {
      ...approveIsNotAsked,
      assigned,
      unassignable,
      prepared: [{ to: 'prepared', because: 'line/prepared', data: about }],
      done,
      ...leave,
    },
    // Goods that change hands are to be confirmed again by the new hands.
    prepared: { ...approveIsNotAsked, assigned, unassignable, prepared: refused('line/already-prepared'), done, ...leave },
    done: {},
    cancelled: {},
    carried: {},
  },
  guards: {
    'is-other-person': ({ helperId }, event) => event.type === 'assigned' && helperId !== null && helperId !== event.helperId,
    'goes-forward': ({ date }, event) => event.type === 'carried' && event.toDate > date,
  },
  due: () => null,
  texts: {
    'line/title': { zh: '一条需求', en: 'One demand in one cycle' },
    'line/approved': { zh: '负责人同意了，列入本轮。', en: 'Approved: taken into this cycle.' },
    'line/assigned': { zh: '有了责任人。', en: 'One named person answers for it now.' },
    'line/reassigned': { zh: '责任人换了。', en: 'Another person answers for this demand now.' },
    'line/unassigned': { zh: '暂时没有人能负责。', en: 'Nobody can answer for it for now.' },
    'line/prepared': { zh: '已经备好，可以送出。', en: 'Prepared and ready to go.' },
    'line/done': { zh: '办完了。', en: 'Done.' },
    'line/cancelled': { zh: '取消了，原因已记录。', en: 'Cancelled, with a reason.' },
    'line/carried': { zh: '转到 {toDate} 这一轮。', en: 'Carried to the cycle of {toDate}.' },
    'line/carried-backwards': { zh: '只能转到以后的日子。', en: 'A demand can only be carried to a later cycle.' },
    'line/awaits-approval': { zh: '这条需求还在等负责人同意。', en: 'This demand still waits for approval.' },
    'line/not-awaiting-approval': { zh: '这条需求不需要审批。', en: 'This demand does not wait for approval.' },
    'line/nobody-named': {
      zh: '这条需求还没有责任人，请先派给一个人。',
      en: 'Nobody answers for this demand yet; name one person first.',
    },
    'line/already-prepared': { zh: '这条需求已经备好了。', en: 'This demand is prepared already.' },

    'line-state/held': { zh: '等待审批', en: 'waiting for approval' },
    'line-state/collected': { zh: '已登记', en: 'collected' },
    'line-state/assigned': { zh: '已派到人', en: 'assigned' },
    'line-state/unassigned': { zh: '暂时没人负责', en: 'unassigned' },
    'line-state/prepared': { zh: '已备好', en: 'prepared' },
    'line-state/done': { zh: '已完成', en: 'done' },
    'line-state/cancelled': { zh: '已取消', en: 'cancelled' },
    'line-state/carried': { zh: '已转下轮', en: 'carried over' },

    'line-event/approve': { zh: '同意', en: 'approve' },
    'line-event/assigned': { zh: '派到人', en: 'named to a person' },
    'line-event/unassignable': { zh: '派不出去', en: 'cannot be assigned' },
    'line-event/prepared': { zh: '备好', en: 'prepared' },
    'line-event/done': { zh: '办完', en: 'done' },
    'line-event/cancelled': { zh: '取消', en: 'cancelled' },
    'line-event/carried': { zh: '转下轮', en: 'carried' },

    'line-guard/is-other-person': { zh: '换了人', en: 'another person' },
    'line-guard/goes-forward': { zh: '日子在后', en: 'to a later date' },
  },
});

/** Done, cancelled or carried: nothing more can happen to it in this cycle. */
export const isSettled = (state: LineState): boolean => state === 'done' || state === 'cancelled' || state === 'carried';

/** Still to be settled, and nobody answers for it by name. */
export const isNamedToNobody = (state: LineState): boolean => state === 'held' || state === 'collected' || state === 'unassigned';
