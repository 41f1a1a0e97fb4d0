import { type Decision, Text, WallTime, yes } from '@linli/model';
import * as z from 'zod';
import { checkFlaws, type Flaw, parseLocated } from '../parse-located.ts';
import duowen from './presets/duowen-pick-up-point.json' with { type: 'json' };

const Slot = z
  .strictObject({
    id: z.string().min(1),
    /** Half-open, on the community's wall. */
    from: WallTime,
    until: WallTime,
    /** Residents, not parcels: so many people stand in one line. */
    capacity: z.int().positive(),
  })
  .readonly();
export type Slot = z.infer<typeof Slot>;

export type PickUpPointCode = 'pick-up-point/malformed' | PointFlawCode;
type PointFlawCode = 'pick-up-point/slot-twice' | 'pick-up-point/slots-overlap' | 'pick-up-point/slot-without-length';

const inSeconds = (time: WallTime): string => time.padEnd(8, ':00');

const flawsOf = ({ slots }: { readonly slots: readonly Slot[] }): readonly Flaw<PointFlawCode>[] =>
  slots.flatMap(({ id, from, until }, index) => {
    const previous = slots[index - 1];
    const flaws: Flaw<PointFlawCode>[] = [];
    if (slots.findIndex((slot) => slot.id === id) < index)
      flaws.push({ code: 'pick-up-point/slot-twice', path: ['slots', index, 'id'] });
    if (inSeconds(until) <= inSeconds(from))
      flaws.push({ code: 'pick-up-point/slot-without-length', path: ['slots', index, 'until'] });
    if (previous !== undefined && inSeconds(from) < inSeconds(previous.until))
      flaws.push({ code: 'pick-up-point/slots-overlap', path: ['slots', index, 'from'] });
    return flaws;
  });

/** A place where residents fetch goods, in slots of so many people. Slots come in order and do not overlap. */
export const PickUpPoint = z
  .strictObject({
    format: z.literal('linli-pick-up-point/1'),
    id: z.string().min(1),
    edition: z.int().positive(),
    name: Text,
    slots: z.array(Slot).min(1).readonly(),
    /** Whole minutes for which goods are kept after their slot. */
    keepMinutes: z.int().positive(),
  })
  .check(checkFlaws(flawsOf))
  .readonly();
export interface PickUpPoint extends z.infer<typeof PickUpPoint> {}

/** A point from outside. Every flaw is named with its path. */
export const parsePickUpPoint = (input: unknown): Decision<PickUpPoint, PickUpPointCode> =>
  parseLocated<PickUpPoint, 'pick-up-point/malformed', PointFlawCode>(PickUpPoint, 'pick-up-point/malformed', input);

/** The deck names a pick-up point and no slots: slots, sizes and the night of keeping are ours, to be confirmed. */
export const duowenPickUpPoint: PickUpPoint = PickUpPoint.parse(duowen);

export type SlotCode = 'slot/booked' | 'slot/moved' | 'slot/unknown' | 'slot/all-full';

/**
 * A slot for one more resident: the wished one where it has room, else the nearest in time with room, the earlier of two
 * alike. `booked` holds the slot ids of everybody else's bookings of that day.
 */
export function chooseSlot(point: PickUpPoint, booked: readonly string[], wish: string | null): Decision<Slot, SlotCode> {
  const wished = wish === null ? 0 : point.slots.findIndex(({ id }) => id === wish);
  if (wished < 0) return { ok: false, reasons: [{ code: 'slot/unknown', data: { slot: wish ?? '' } }] };
  const hasRoom = ({ id, capacity }: Slot): boolean => booked.filter((slot) => slot === id).length < capacity;
  const [best] = point.slots
    .map((slot, index) => ({ slot, away: Math.abs(index - wished) }))
    .filter(({ slot }) => hasRoom(slot))
    .sort((a, b) => a.away - b.away);
  if (best === undefined) return { ok: false, reasons: [{ code: 'slot/all-full', data: { point: point.id } }] };
  const { slot } = best;
  const isMoved = wish !== null && slot.id !== wish;
  return yes(slot, [
    isMoved ? { code: 'slot/moved', data: { slot: slot.id, wish } } : { code: 'slot/booked', data: { slot: slot.id } },
  ]);
}
