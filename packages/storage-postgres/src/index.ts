export type { PostgresLimits } from './limits.ts';
export { type PostgresOptions, postgresDriver } from './postgres-driver.ts';
