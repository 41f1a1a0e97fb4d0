export { type PostgresOptions, postgresDriver } from './postgres-driver.ts';
