import { storageFault } from '@linli/storage';

/** How long the driver waits, in whole milliseconds from 1. Whatever ends by one of these is `storage/unavailable`. */
export interface PostgresLimits {
  /** For a new connection, with its TLS and its password; 5,000 when left out. */
  readonly connectMilliseconds: number;
  /** For another commit of the community to let go of the head row; 10,000 when left out. The server ends the wait. */
  readonly lockMilliseconds: number;
  /**
   * How long a process that stands still amid a commit (frozen, stopped, cut off) may hold the head row; 5,000 when left
   * out. The server then ends its session, and the other writers go on.
   */
  readonly idleMilliseconds: number;
  /** For one statement; 15,000 when left out. The server ends it. */
  readonly statementMilliseconds: number;
  /**
   * For one call once it has a connection, however silent or slow the line; 20,000 when left out. Then the connection is
   * destroyed. Also how long calls that wait for a connection go on waiting while the server answers none of ours.
   */
  readonly callMilliseconds: number;
  /** For calls in flight when the driver is closed; 5,000 when left out. Then their connections are destroyed. */
  readonly closeMilliseconds: number;
}

const defaults: PostgresLimits = {
  connectMilliseconds: 5_000,
  lockMilliseconds: 10_000,
  idleMilliseconds: 5_000,
  statementMilliseconds: 15_000,
  callMilliseconds: 20_000,
  closeMilliseconds: 5_000,
};

/** What a timer and the server's settings can hold. 0 would mean no limit at all. */
const most = 2 ** 31 - 1;

/** @throws Fault `storage/cannot-open` */
export function checkCount(name: string, value: number): number {
  if (Number.isInteger(value) && value >= 1 && value <= most) return value;
  throw storageFault('storage/cannot-open', `${name} is ${String(value)}, which is no whole number from 1 to ${most}`);
}

const names = Object.keys(defaults) as (keyof PostgresLimits)[];

/** @throws Fault `storage/cannot-open` for what is no limit, and for a name that is none: a limit misspelt would be no limit */
export function limitsFrom(given: Partial<PostgresLimits>): PostgresLimits {
  if (typeof given !== 'object' || given === null) throw storageFault('storage/cannot-open', 'limits is no object of limits');
  const unknown = Object.keys(given).find((name) => !Object.hasOwn(defaults, name));
  if (unknown !== undefined) {
    throw storageFault('storage/cannot-open', `limits.${unknown} is unknown; the limits are ${names.join(', ')}`);
  }
  const limit = (name: keyof PostgresLimits): number => {
    const { [name]: value = defaults[name] } = given;
    return checkCount(name, value);
  };
  return Object.fromEntries(names.map((name) => [name, limit(name)])) as unknown as PostgresLimits;
}
