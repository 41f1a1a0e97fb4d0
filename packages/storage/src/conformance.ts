export type { Law } from './laws/law.ts';
export { laws } from './laws.ts';
export { type LawResult, proveDriver, type Report, type Subject } from './prove-driver.ts';
