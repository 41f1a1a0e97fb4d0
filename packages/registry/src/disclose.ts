import type { Address, Contact, PersonId, Resident, Sex } from '@linli/model';
import { floorOf } from '@linli/model';

/** What somebody at the door needs, and nothing else: there is no name in full, no phone and no diagnosis in this type. */
export interface DoorView {
  readonly residentId: PersonId;
  readonly surname: string;
  readonly sex: Sex | null;
  readonly address: Address | null;
  readonly floor: number | null;
  readonly hasLift: boolean | null;
  /** Codes for how to come near: `deaf`, `dialect-only`, ... */
  readonly approach: readonly string[];
}

/** For whoever makes the call: the door's view, the full name and the number. */
export interface PhoneView extends DoorView {
  readonly name: string;
  readonly phone: string | null;
}

/** For the social worker in charge. Identity numbers stay in the register. */
export interface CareView extends PhoneView {
  readonly emergencyContact: Contact | null;
  readonly selfCare: Resident['selfCare'];
  readonly hardship: readonly string[];
  readonly health: readonly string[];
  readonly interests: readonly string[];
  readonly note: string | null;
}

export interface Views {
  readonly door: DoorView;
  readonly phone: PhoneView;
  readonly care: CareView;
}
export type ViewName = keyof Views;

// Two-character surnames that still occur; every other surname is one character.
const doubleSurnames = ['欧阳', '司马', '上官', '诸葛', '东方', '皇甫', '尉迟', '公孙', '慕容', '令狐', '司徒', '夏侯'];

/** Two characters only where a given name is left: 欧阳 alone is a full name, and a full name is not for the door. */
const surnameOf = (name: string): string =>
  doubleSurnames.find((surname) => name.startsWith(surname) && name.length > surname.length) ?? [...name][0] ?? name;

const door = (resident: Resident): DoorView => ({
  residentId: resident.id,
  surname: surnameOf(resident.name),
  sex: resident.sex,
  address: resident.address,
  floor: resident.address === null ? null : (floorOf(resident.address) ?? null),
  hasLift: resident.hasLift,
  approach: resident.approach,
});

const phone = (resident: Resident): PhoneView => ({ ...door(resident), name: resident.name, phone: resident.phone });

const care = (resident: Resident): CareView => ({
  ...phone(resident),
  emergencyContact: resident.emergencyContact,
  selfCare: resident.selfCare,
  hardship: resident.hardship,
  health: resident.health,
  interests: resident.interests,
  note: resident.note,
});

const views: { readonly [Name in ViewName]: (resident: Resident) => Views[Name] } = { door, phone, care };

/** A resident as far as the viewer's task needs it. The type of the answer lacks what the viewer may not see. */
export const disclose = <Name extends ViewName>(resident: Resident, view: Name): Views[Name] => views[view](resident);
