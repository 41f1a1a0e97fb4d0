import * as z from 'zod';
import { CreditStandard } from './credit-standard.ts';
import { ExchangeStandard } from './exchange-standard.ts';
import { TimeBankFile } from './time-bank-pack.ts';

/** JSON Schema (draft 2020-12), with which an editor completes words and marks wrong ones while somebody writes. */
const jsonSchemaOf = (schema: z.ZodType): Readonly<Record<string, unknown>> =>
  z.toJSONSchema(schema, { io: 'input', reused: 'ref' });

export const creditStandardJsonSchema = (): Readonly<Record<string, unknown>> => jsonSchemaOf(CreditStandard);
export const exchangeStandardJsonSchema = (): Readonly<Record<string, unknown>> => jsonSchemaOf(ExchangeStandard);
export const timeBankJsonSchema = (): Readonly<Record<string, unknown>> => jsonSchemaOf(TimeBankFile);
