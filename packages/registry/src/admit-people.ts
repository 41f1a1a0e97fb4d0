import type { Helper, HelperDraft, Remark, Resident, ResidentDraft } from '@linli/model';
import { PersonId, printAddress } from '@linli/model';
import type { Register } from './register.ts';
import {
  isAlike,
  isDescribedAgain,
  isSameHelper,
  isSamePerson,
  isWrittenAgain,
  likeness,
  mayBeSamePerson,
  writingOf,
} from './same-person.ts';
import type { RegistryCode } from './texts.ts';
import { updated, updatedLiving } from './updated.ts';

export interface Admitted<Item> {
  readonly admitted: readonly Item[];
  readonly refused: readonly Remark<RegistryCode>[];
  readonly warnings: readonly Remark<RegistryCode>[];
}

/** Hands out ids that nobody has yet: `p0001`, `p0002`, ... They say nothing about the person. */
export function idGiver(taken: Iterable<string>): () => PersonId {
  let last = 0;
  for (const id of taken) last = Math.max(last, Number(/^p(\d+)$/.exec(id)?.[1] ?? 0));
  return () => {
    last += 1;
    return PersonId.parse(`p${String(last).padStart(4, '0')}`);
  };
}

const withoutOrigin = <Draft extends { readonly at: unknown }>({ at: _, ...fields }: Draft): Omit<Draft, 'at'> => fields;

/** Residents in the file's order. A second row for the same person is refused; nobody is merged. */
export function admitResidents(
  { residents: known, helpers }: Pick<Register, 'residents' | 'helpers'>,
  drafts: readonly ResidentDraft[],
  nextId: () => PersonId,
): Admitted<Resident> {
  const refused: Remark<RegistryCode>[] = [];
  const warnings: Remark<RegistryCode>[] = [];
  const taken: { readonly draft: ResidentDraft; readonly resident: Resident }[] = [];

  for (const draft of drafts) {
    const remark = (code: RegistryCode, data: { readonly row: number } | { readonly id: string }): Remark<RegistryCode> => ({
      at: draft.at,
      column: null,
      reason: { code, data },
    });
    const twin = taken.find(({ draft: other }) => likeness(other, draft) === 'certain');
    if (twin !== undefined) {
      refused.push(remark('resident/duplicate', { row: twin.draft.at.row }));
      continue;
    }
    for (const { draft: other } of taken) {
      const code = alikeness(other, draft);
      if (code !== undefined) warnings.push(remark(code, { row: other.at.row }));
    }
    const fields = withoutOrigin(draft);
    const takenIds = new Set(taken.map(({ resident }) => resident.id));
    const before = findResident(
      known.filter(({ id }) => !takenIds.has(id)),
      draft,
      drafts,
    );
    if (before !== undefined) {
      taken.push({ draft, resident: { ...updated(before, fields), living: updatedLiving(before.living, fields.living) } });
      continue;
    }
    for (const resident of known) {
      if (likeness(resident, draft) === 'similar') warnings.push(remark('resident/similar-known', { id: resident.id }));
    }
    const hasId = (id: PersonId): boolean =>
      known.some((one) => one.id === id) || taken.some(({ resident }) => resident.id === id);
    const asHelper = helpers.find((helper) => isSamePerson(helper, fields) && !hasId(helper.id));
    taken.push({ draft, resident: { id: asHelper?.id ?? nextId(), ...fields } });
  }
  return { admitted: taken.map(({ resident }) => resident), refused, warnings };
}

/** Who of those still free a row means. Each further step only looks at whom no other row means more surely; nobody is guessed. */
function findResident(free: readonly Resident[], draft: ResidentDraft, drafts: readonly ResidentDraft[]): Resident | undefined {
  if (draft.identityNumber !== null) {
    const numbered = free.find(({ identityNumber }) => identityNumber === draft.identityNumber);
    if (numbered !== undefined) return numbered;
  }
  const numbers = new Set(drafts.map(({ identityNumber }) => identityNumber));
  const left = free.filter(({ identityNumber }) => identityNumber === null || !numbers.has(identityNumber));
  const namesakes = left.filter(({ name }) => name === draft.name);
  const writing = writingOf(draft);
  return (
    namesakes.find((resident) => writingOf(resident) === writing) ??
    left.find((resident) => likeness(resident, draft) === 'certain') ??
    namesakes.find((one) => isWrittenAgain(one, draft) && drafts.every((other) => other === draft || !isWrittenAgain(one, other)))
  );
}

/** What two rows of one file have in common that somebody should look at. */
function alikeness(a: ResidentDraft, b: ResidentDraft): RegistryCode | undefined {
  if (likeness(a, b) === 'similar') return 'resident/similar';
  if (a.name === b.name) return 'resident/same-name';
  return bothAloneBehindOneDoor(a, b) ? 'resident/same-door' : undefined;
}

function bothAloneBehindOneDoor(a: ResidentDraft, b: ResidentDraft): boolean {
  if (a.address === null || b.address === null) return false;
  const alone = (draft: ResidentDraft): boolean => draft.living.at(-1)?.kind === 'alone';
  return printAddress(a.address) === printAddress(b.address) && alone(a) && alone(b);
}

/** Helpers in the file's order. One who is also a resident keeps the resident's id. */
export function admitHelpers(
  known: readonly Helper[],
  residents: readonly Resident[],
  drafts: readonly HelperDraft[],
  nextId: () => PersonId,
): Admitted<Helper> {
  const refused: Remark<RegistryCode>[] = [];
  const warnings: Remark<RegistryCode>[] = [];
  const taken: { readonly draft: HelperDraft; readonly helper: Helper }[] = [];

  for (const draft of drafts) {
    const remark = (code: RegistryCode, data: { readonly row: number } | { readonly id: string }): Remark<RegistryCode> => ({
      at: draft.at,
      column: null,
      reason: { code, data },
    });
    const resident = residents.find((one) => isSamePerson(draft, one));
    const twin = taken.find(({ draft: other }) => isSameHelper(other, draft) || isAlike(other, draft));
    if (twin !== undefined) {
      refused.push(remark('helper/duplicate', { row: twin.draft.at.row }));
      continue;
    }
    const takenIds = new Set(taken.map((other) => other.helper.id));
    const free = known.filter(({ id }) => !takenIds.has(id));
    const certain = free.find(({ id }) => id === resident?.id) ?? free.find((helper) => isSameHelper(helper, draft));
    const before = certain ?? (resident === undefined ? findDescribed(free, draft, drafts) : undefined);
    const fields = withoutOrigin(draft);
    const hasId = (id: PersonId): boolean => known.some((one) => one.id === id) || taken.some(({ helper }) => helper.id === id);
    const id = resident === undefined || hasId(resident.id) ? undefined : resident.id;
    const helper = before === undefined ? { id: id ?? nextId(), ...fields } : updated(before, fields);
    if (helper.id === resident?.id) warnings.push(remark('helper/also-resident', { id: resident.id }));
    for (const one of residents) {
      if (one.id !== helper.id && mayBeSamePerson(draft, one)) warnings.push(remark('helper/like-resident', { id: one.id }));
    }
    taken.push({ draft, helper });
  }
  return { admitted: taken.map(({ helper }) => helper), refused, warnings };
}

/** Whom a row means while a phone is missing: the one written alike, or one whom no other row may mean. */
function findDescribed(free: readonly Helper[], draft: HelperDraft, drafts: readonly HelperDraft[]): Helper | undefined {
  const mayMean = (known: Helper, row: HelperDraft): boolean => isSameHelper(known, row) || isDescribedAgain(known, row);
  return (
    free.find((known) => isAlike(known, draft)) ??
    free.find((known) => mayMean(known, draft) && drafts.every((other) => other === draft || !mayMean(known, other)))
  );
}
