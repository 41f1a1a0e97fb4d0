import type { Address, Birth, Helper, Resident } from '@linli/model';
import { printAddress } from '@linli/model';

type Described = Pick<Resident, 'name' | 'birth' | 'phone'> & Partial<Pick<Resident, 'identityNumber' | 'address'>>;

/** Two births that may be the same day; one that nobody knows may be any day. */
const birthsAgree = (a: Birth | null, b: Birth | null): boolean =>
  a === null || b === null || (a.from < b.until && b.from < a.until);

const addressesAgree = (a: Address | null | undefined, b: Address | null | undefined): boolean =>
  a != null && b != null && printAddress(a) === printAddress(b);

/**
 * `certain` by identity number, or by name, birth and door together.
 * `similar` when two of them agree: worth a person's look, never enough to merge. A shared phone proves nothing: couples share one.
 */
export function likeness(a: Described, b: Described): 'certain' | 'similar' | 'different' {
  if (a.identityNumber != null && b.identityNumber != null) {
    if (a.identityNumber === b.identityNumber) return 'certain';
    return 'different';
  }
  const named = a.name === b.name;
  const born = a.birth !== null && b.birth !== null && birthsAgree(a.birth, b.birth);
  const housed = addressesAgree(a.address, b.address);
  if (named && born && housed) return 'certain';
  const agreeing = Number(named) + Number(born) + Number(housed);
  return agreeing >= 2 ? 'similar' : 'different';
}

const bornAlike = (a: Birth | null, b: Birth | null): boolean => a?.from === b?.from && a?.until === b?.until;

/** All that tells residents apart, as it is written, gaps included: equal for two rows that nobody can tell apart. */
export const writingOf = ({ name, birth, address, identityNumber, phone, grid }: Omit<Resident, 'id'>): string =>
  JSON.stringify([name, birth?.from, birth?.until, address && printAddress(address), identityNumber, phone, grid]);

/**
 * Whether `draft` writes `known` down once more although birth or door is missing: name, birth and door are written alike,
 * gaps included, and nothing else speaks against it. With a door in common it may add what was not known; without, it may not.
 */
export function isWrittenAgain(known: Resident, draft: Omit<Resident, 'id'>): boolean {
  const fits = (before: string | number | null, said: string | number | null): boolean =>
    said === null || before === said || (before === null && draft.address !== null);
  return (
    known.name === draft.name &&
    bornAlike(known.birth, draft.birth) &&
    (known.address && printAddress(known.address)) === (draft.address && printAddress(draft.address)) &&
    fits(known.identityNumber, draft.identityNumber) &&
    fits(known.phone, draft.phone) &&
    fits(known.grid, draft.grid)
  );
}

/** A helper and a resident with one name and one phone, whose births do not speak against it. */
export const mayBeSamePerson = (helper: Omit<Helper, 'id'>, resident: Omit<Resident, 'id'>): boolean =>
  helper.name === resident.name &&
  helper.phone !== null &&
  helper.phone === resident.phone &&
  birthsAgree(helper.birth, resident.birth);

/** A helper who is also a resident: one name, one phone, and births that are known and agree. */
export const isSamePerson = (helper: Omit<Helper, 'id'>, resident: Omit<Resident, 'id'>): boolean =>
  helper.birth !== null && resident.birth !== null && mayBeSamePerson(helper, resident);

/** One name and one phone: the same helper. */
export const isSameHelper = (a: Omit<Helper, 'id'>, b: Omit<Helper, 'id'>): boolean =>
  a.name === b.name && a.phone !== null && a.phone === b.phone;

/** Two helpers whose phones nobody knows and who are written alike in all that could tell them apart. */
export const isAlike = (a: Omit<Helper, 'id'>, b: Omit<Helper, 'id'>): boolean =>
  a.phone === null && b.phone === null && bornAlike(a.birth, b.birth) && isPlacedAlike(a, b);

const isPlacedAlike = (a: Omit<Helper, 'id'>, b: Omit<Helper, 'id'>): boolean =>
  a.name === b.name && a.role === b.role && a.grid === b.grid && a.building === b.building;

/** Whether `draft` may describe `known` again while a phone is missing: placed alike, and births that do not speak against it. */
export const isDescribedAgain = (known: Helper, draft: Omit<Helper, 'id'>): boolean =>
  isPlacedAlike(known, draft) && (known.phone === null || draft.phone === null) && birthsAgree(known.birth, draft.birth);
