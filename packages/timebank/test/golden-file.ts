import { readdirSync, readFileSync } from 'node:fs';
import { LocalDate, Sex, WallTime, Zone } from '@linli/model';
import * as z from 'zod';
import { type PresetId, presets } from '../src/presets.ts';
import { bornOn } from './people.ts';

const codes = z.array(z.string()).min(1);
const units = z.int().nonnegative();

/** Somebody in an example; what is left out is not known. */
const Person = z.strictObject({
  role: z.string().optional(),
  sex: Sex.optional(),
  born: z.string().optional(),
  marks: z.array(z.string()).optional(),
});
export type Person = z.infer<typeof Person>;
export const factsOf = ({ role = 'neighbour', sex, born, marks }: Person) => ({
  role,
  sex: sex ?? null,
  birth: born === undefined ? null : bornOn(born),
  marks: marks ?? null,
});

const Refused = z.strictObject({ refused: codes });
const Coins = z.strictObject({ asset: z.string(), coins: units });

const CreditCase = z.strictObject({
  name: z.string(),
  helper: Person.default({ sex: 'female', born: '1955-01-01', marks: [] }),
  beneficiary: Person.optional(),
  serviceMarks: z.array(z.string()).optional(),
  beforeHours: z.number().default(0),
  /** The first of these services this many times, one a day. */
  times: z.int().positive().default(1),
  services: z
    .array(
      z.strictObject({
        date: LocalDate,
        from: WallTime,
        until: WallTime,
        category: z.string().default('care.meal'),
        evidence: z.array(z.string()).default(['sign-in-out']),
      }),
    )
    .min(1),
  /** Of the last services, as many as are listed. */
  expect: z.array(z.union([z.strictObject({ units, poolUnits: units.optional() }), Refused])).min(1),
  totalHours: z.number().optional(),
});

/** `offer` defaults to the standard's first; a holder's account in the ledger's units. */
const Holder = Person.extend({
  balanceUnits: z.int().default(0),
  earnedUnits: z.int().default(0),
  holder: z.enum(['person', 'group', 'organisation']).optional(),
  isMember: z.boolean().optional(),
});
const RedeemCase = z.strictObject({
  name: z.string(),
  date: LocalDate,
  offer: z.string().optional(),
  kind: z.string().optional(),
  quantity: z.int().positive().default(1),
  recipient: z.string().default('self'),
  recipientFacts: Person.optional(),
  place: z.string().optional(),
  holder: Holder,
  expect: z.union([z.strictObject({ units, gives: Coins.optional(), donation: Coins.optional() }), Refused]),
});
const GiveCase = z.strictObject({
  name: z.string(),
  date: LocalDate,
  act: z.enum(['gift', 'donate']),
  to: z.string(),
  units: z.int().positive(),
  after: z.enum(['life', 'death']).optional(),
  isApproved: z.boolean().optional(),
  recipientFacts: Person.optional(),
  holder: Holder,
  expect: z.union([z.strictObject({ units }), Refused]),
});

/** An account as `kind/id`. Every act says what it must be answered with: nothing, remarks, or refusals. */
const Act = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('grant'), to: z.string(), joinedOn: LocalDate, who: Person.default({ marks: [] }) }),
  z.strictObject({
    do: z.enum(['credit', 'redemption', 'donation', 'payment']),
    from: z.string(),
    to: z.string(),
    units: z.int().positive(),
    remarks: codes.optional(),
    refused: codes.optional(),
  }),
  z.strictObject({ do: z.literal('clear'), from: z.string(), partner: z.string(), to: z.string(), units: z.int().positive() }),
  z.strictObject({ do: z.literal('death'), who: z.string(), heir: z.string().optional(), isApproved: z.boolean().optional() }),
]);
export type Act = z.infer<typeof Act>;
const LedgerCase = z.strictObject({
  name: z.string(),
  /** Each act with the day it happens on, in order. */
  acts: z.array(z.tuple([LocalDate, Act])),
  balances: z.record(z.string(), z.int()),
  /** The claim against each partner after clearing. */
  claims: z.record(z.string(), z.int()).optional(),
  inactive: z.array(z.strictObject({ on: LocalDate, listed: z.array(z.string()) })).optional(),
});

const Golden = z.strictObject({
  pack: z.enum(Object.keys(presets) as [PresetId, ...PresetId[]]),
  zone: Zone,
  credit: z.array(CreditCase).default([]),
  redeem: z.array(RedeemCase).default([]),
  give: z.array(GiveCase).default([]),
  ledger: z.array(LedgerCase).default([]),
  honours: z.array(z.strictObject({ hours: z.number(), star: z.int() })).default([]),
  /** Credit of a day, and the first day on which it is gone. */
  expires: z.array(z.strictObject({ earned: LocalDate, gone: LocalDate })).default([]),
});

const folder = new URL('golden/', import.meta.url);
export const goldens = readdirSync(folder).map((name) => Golden.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))));
