export type { Apart, Law, Means } from './laws/law.ts';
export { laws } from './laws.ts';
export { type LawResult, proveDriver, type Report, type Subject } from './prove-driver.ts';
