import { Fault, type Yes, yes } from '@linli/model';
import type * as z from 'zod';
import type { PackCode } from '../texts/pack.ts';
import { CreditStandard } from './credit-standard.ts';
import { ExchangeStandard } from './exchange-standard.ts';
import { CreditStandard1 } from './formats/credit-standard-1.ts';
import { creditTo2 } from './formats/credit-to-2.ts';
import { ExchangeStandard1 } from './formats/exchange-standard-1.ts';
import { exchangeTo2 } from './formats/exchange-to-2.ts';
import { faultsOf, type PackFault } from './pack-faults.ts';
import { packOfFile, packOfStandard, TimeBankFile, type TimeBankPack } from './time-bank-pack.ts';

/** A decision whose reasons say where in the file they are. */
export type PackReading<Value> =
  | Yes<Value, PackCode>
  | { readonly ok: false; readonly reasons: readonly [PackFault, ...PackFault[]] };

/** One generation of a format: its schema, and how a file of it becomes one of the next. */
interface Generation {
  readonly schema: z.ZodType;
  readonly next?: (file: never) => unknown;
}
/** Every format there ever was, oldest first under its number; a number without a generation was never published. */
const formats = {
  'linli-credit-standard': { 1: { schema: CreditStandard1, next: creditTo2 }, 2: { schema: CreditStandard } },
  'linli-exchange-standard': { 1: { schema: ExchangeStandard1, next: exchangeTo2 }, 2: { schema: ExchangeStandard } },
  'linli-time-bank': { 2: { schema: TimeBankFile } },
} as const satisfies Record<string, Readonly<Record<number, Generation>>>;
type FormatName = keyof typeof formats;

/** A credit standard of any format so far, as one of the present format. No: every mistake, each with its path. */
export const readCreditStandard = (input: unknown): PackReading<CreditStandard> =>
  readAs(['linli-credit-standard'], input) as PackReading<CreditStandard>;

/** An exchange standard of any format so far, as one of the present format. No: every mistake, each with its path. */
export const readExchangeStandard = (input: unknown): PackReading<ExchangeStandard> =>
  readAs(['linli-exchange-standard'], input) as PackReading<ExchangeStandard>;

/** A whole time bank, or one standard by itself, of any format so far. No: every mistake, each with its path. */
export function readPack(input: unknown): PackReading<TimeBankPack> {
  const read = readAs(['linli-time-bank', 'linli-credit-standard', 'linli-exchange-standard'], input);
  if (!read.ok) return read;
  const file = read.value as TimeBankFile | CreditStandard | ExchangeStandard;
  return yes(file.format === 'linli-time-bank/2' ? packOfFile(file) : packOfStandard(file));
}

function readAs(names: readonly FormatName[], input: unknown): PackReading<unknown> {
  const named = formatOf(names, input);
  if (!('name' in named)) return { ok: false, reasons: [named] };
  const generations: Readonly<Record<number, Generation>> = formats[named.name];
  const { schema } = generations[named.number]!;
  const parsed = schema.safeParse(input);
  if (!parsed.success) return { ok: false, reasons: faultsOf(schema, parsed.error, input) };
  return yes(migrated(generations, named.number, parsed.data));
}

/**
 * The file in the present format; every generation on the way is checked again.
 * @throws Fault `pack/migration-broken` where a good file became a bad one: our mistake, never the writer's.
 */
function migrated(generations: Readonly<Record<number, Generation>>, number: number, file: unknown): unknown {
  const next = generations[number]?.next;
  if (next === undefined) return file;
  const parsed = generations[number + 1]?.schema.safeParse(next(file as never));
  if (!parsed?.success) throw new Fault('pack/migration-broken', `from ${number}: ${parsed?.error.message ?? 'nowhere'}`);
  return migrated(generations, number + 1, parsed.data);
}

function formatOf(names: readonly FormatName[], input: unknown): { name: FormatName; number: number } | PackFault {
  const fault = (code: PackCode, data: Readonly<Record<string, string>>, path: readonly string[] = ['format']): PackFault => ({
    code,
    data: { path: path.join('.') || '-', ...data },
    path,
  });
  if (input === null || typeof input !== 'object' || Array.isArray(input)) {
    return fault('pack/not-a-record', { value: JSON.stringify(input)?.slice(0, 60) ?? '' }, []);
  }
  const { format } = input as { readonly format?: unknown };
  if (format === undefined) return fault('pack/missing', { field: 'format' });
  const known = names.flatMap((name) => Object.keys(formats[name]).map((number) => `${name}/${number}`)).join(', ');
  const [, written, digits] = /^([a-z-]+)\/(\d+)$/.exec(String(format)) ?? [];
  const name = names.find((one) => one === written);
  if (name === undefined) return fault('pack/unknown-format', { format: String(format), known });
  const number = Number(digits);
  if (number in formats[name]) return { name, number };
  const newest = Math.max(...Object.keys(formats[name]).map(Number));
  return fault(number > newest ? 'pack/newer-format' : 'pack/unknown-format', { format: String(format), known });
}
