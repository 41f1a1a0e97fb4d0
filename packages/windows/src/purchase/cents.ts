import * as z from 'zod';

/** Whole cents of money. Money and credited time are different things: neither is ever turned into the other. */
export const Cents = z.int().nonnegative().brand<'Cents'>();
export type Cents = z.infer<typeof Cents>;
