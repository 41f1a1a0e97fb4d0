// For proofs on Node.js: a driver in a process of its own, and what a power cut would leave of its files.
export { type ServedProgram, serveDriver, startApart } from './processes/apart.ts';
export { canCutPower, cutPower } from './processes/power-cut.ts';
