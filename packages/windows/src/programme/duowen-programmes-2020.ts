import * as z from 'zod';
import definitions from './presets/duowen-programmes-2020.json' with { type: 'json' };
import { Programme } from './programme.ts';

/**
 * The four programmes of Duowen community, Wuhan, in the spring of 2020. Its slides give the names alone: shapes, sizes and
 * hours are ours, to be confirmed, and which grids they reach was a picture that nobody has read.
 */
export const duowenProgrammes2020: readonly Programme[] = z.array(Programme).readonly().parse(definitions);
