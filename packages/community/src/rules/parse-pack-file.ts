import { type Decision, type Reason, type Texts, yes, type Zone } from '@linli/model';
import { type CreditStandard, readCreditStandard, readPack, type TimeBankPack, timebankTexts } from '@linli/timebank';
import { type LocatedReason, readServices, reviewTexts, type ServiceList } from '@linli/timebank/review';
import type { CommunityCode } from '../texts.ts';
import { firstOf, mistakeIn } from './mistake-in.ts';
import { readSource, type SourceText, type TextPlace } from './source-text.ts';

const texts: Texts = { ...timebankTexts, ...reviewTexts };

/** What was read, and where each part of it stands in the text. */
export interface Located<Value> {
  readonly value: Value;
  /** Where a path of a finding or a remark leads to. */
  readonly placeOf: (path: readonly PropertyKey[]) => TextPlace;
}

type Faults = readonly [LocatedReason, ...LocatedReason[]];
type Reading<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly reasons: Faults };

function parseLocated<Value>(
  file: string,
  text: string,
  read: (value: unknown, source: SourceText) => Reading<Value>,
): Decision<Located<Value> & { readonly source: SourceText }, CommunityCode> {
  const source = readSource(file, text);
  if (!source.ok) return source;
  const reading = read(source.value.value, source.value);
  if (!reading.ok) {
    const told = firstOf(file, reading.reasons, (reason) => mistakeIn(texts, file, source.value, reason));
    return { ok: false, reasons: told as [Reason<CommunityCode>, ...Reason<CommunityCode>[]] };
  }
  // A standard by itself has at the top of its file what a whole pack has in a section.
  const written = source.value.value;
  const inFile = ([section, ...rest]: readonly PropertyKey[]): readonly PropertyKey[] =>
    section === undefined || (typeof written === 'object' && written !== null && section in written) ? [section!, ...rest] : rest;
  return yes({
    value: reading.value,
    source: source.value,
    placeOf: (path) => source.value.valueAt(path.length === 0 ? path : inFile(path)),
  });
}

/**
 * A pack for a time bank from its text, YAML or JSON, of any format so far.
 * No: what is not YAML, or `rules/mistake` for each mistake, with file, line, column, path and both languages' words.
 */
export const parsePackFile = (file: string, text: string): Decision<Located<TimeBankPack>, CommunityCode> =>
  parseLocated(file, text, readPack);

/** The same for a credit standard by itself. */
export function parseCreditStandardFile(file: string, text: string): Decision<CreditStandard, CommunityCode> {
  const parsed = parseLocated(file, text, readCreditStandard);
  return parsed.ok ? yes(parsed.value.value) : parsed;
}

/** A list of services from its text, JSON or YAML; reasons of a yes are remarks. `zone` is used where the file names none. */
export function parseServicesFile(file: string, text: string, zone: Zone): Decision<ServiceList, CommunityCode> {
  let remarks: readonly LocatedReason[] = [];
  const parsed = parseLocated(file, text, (value, source) => {
    const reading = readServices(value, zone, source);
    if (reading.ok) remarks = reading.reasons;
    return reading;
  });
  if (!parsed.ok) return parsed;
  return yes(
    parsed.value.value,
    firstOf(file, remarks, (remark) => mistakeIn(texts, file, parsed.value.source, remark)),
  );
}
