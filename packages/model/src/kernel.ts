// What computes needs no schema: decisions, faults and the ports, without zod behind them. `index` has all of it as well.
export { type Decision, type No, no, type Reason, type Yes, yes } from './decision.ts';
export { assert, Fault, isFault } from './fault.ts';
export { type Random, seededRandom } from './ports.ts';
