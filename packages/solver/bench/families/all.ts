import type { Format } from '../arguments.ts';
import type { Family } from '../family.ts';
import { gap } from './gap.ts';
import { hhcrsp } from './hhcrsp.ts';
import { lap } from './lap.ts';
import { vrptw } from './vrptw.ts';

export const families: Readonly<Record<Format, Family>> = { vrptw, hhcrsp, gap, lap };
