import * as z from 'zod';

/** Building, unit and door inside one community, as the plates say: `4-1-1402` is building 4, unit 1, door 1402. */
export const Address = z
  .strictObject({ building: z.string().min(1), unit: z.string().min(1), door: z.string().min(1) })
  .readonly();
export interface Address extends z.infer<typeof Address> {}

export const printAddress = ({ building, unit, door }: Address): string => `${building}-${unit}-${door}`;

/** The floor a door number tells by local habit: 1402 is on 14, 104 on 1; undefined for a door it does not tell, such as 001. */
export function floorOf({ door }: Address): number | undefined {
  const floor = Number(/^(\d{1,2})\d{2}$/.exec(door)?.[1] ?? 0);
  return floor === 0 ? undefined : floor;
}
