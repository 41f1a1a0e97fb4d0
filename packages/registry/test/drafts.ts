import type { CallDraft, HelperDraft, Intake, Mention, ResidentDraft, ResourceDraft, ServiceDraft, TieDraft } from '@linli/model';
import { Address, Birth, LocalDate, WallTime, Zone } from '@linli/model';
import type { Admission } from '../src/index.ts';

// Small drafts for the tests: a row says what its test needs, and everything else is not known.

export const zone = Zone.parse('Asia/Shanghai');
export const date = (text: string): LocalDate => LocalDate.parse(text);
export const time = (text: string): WallTime => WallTime.parse(text);

export const bornOn = (from: string, until: string): Birth =>
  Birth.parse({ from: date(from), until: date(until), precision: 'day' });

/** `3-2-501` as an address. */
export function at(plate: string): Address {
  const [building, unit, door] = plate.split('-');
  return Address.parse({ building, unit, door });
}

export const mention = (name: string, facts: Partial<Mention> = {}): Mention => ({
  name,
  grid: null,
  address: null,
  role: null,
  ...facts,
});

export const resident = (row: number, name: string, facts: Partial<ResidentDraft> = {}): ResidentDraft => ({
  at: { sheet: '花名册', row },
  name,
  sex: null,
  birth: null,
  identityNumber: null,
  grid: null,
  address: null,
  hasLift: null,
  phone: null,
  emergencyContact: null,
  living: [],
  selfCare: null,
  hardship: [],
  health: [],
  interests: [],
  approach: [],
  note: null,
  ...facts,
});

export const helper = (row: number, name: string, facts: Partial<HelperDraft> = {}): HelperDraft => ({
  at: { sheet: '志愿者', row },
  name,
  role: 'neighbour',
  sex: null,
  birth: null,
  phone: null,
  grid: null,
  building: null,
  availability: [],
  skills: [],
  weeklyCapSeconds: null,
  team: null,
  ...facts,
});

export const tie = (row: number, who: Mention, by: Mention, facts: Partial<TieDraft> = {}): TieDraft => ({
  at: { sheet: '结对', row },
  resident: who,
  helper: by,
  role: 'neighbour',
  duty: 'knock',
  cadence: 'daily',
  ...facts,
});

export const call = (row: number, who: Mention, facts: Partial<CallDraft> = {}): CallDraft => ({
  at: { sheet: '电话', row },
  date: date('2026-11-23'),
  time: time('09:00'),
  resident: who,
  outcome: 'reached',
  order: [],
  request: null,
  emergency: false,
  takenBy: null,
  ...facts,
});

export const service = (row: number, by: Mention, facts: Partial<ServiceDraft> = {}): ServiceDraft => ({
  at: { sheet: '服务', row },
  date: date('2026-11-23'),
  from: time('09:00'),
  until: time('10:30'),
  helper: by,
  category: 'care.meal',
  beneficiary: null,
  evidence: [],
  ...facts,
});

export const resource = (row: number, name: string, facts: Partial<ResourceDraft> = {}): ResourceDraft => ({
  at: { sheet: '资源', row },
  name,
  category: 'club',
  place: null,
  grid: null,
  openingHours: null,
  phone: null,
  services: [],
  note: null,
  ...facts,
});

export const intake = (facts: Partial<Intake>): Intake => ({
  residents: [],
  helpers: [],
  ties: [],
  calls: [],
  services: [],
  resources: [],
  refused: [],
  warnings: [],
  ...facts,
});

type Remarks = Admission['refused'];

/** Remarks as `sheet row code (what it points at)`. */
export const said = (remarks: Remarks): readonly string[] =>
  remarks.map(({ at: { sheet, row }, reason: { code, data } }) =>
    [sheet, row, code, ...Object.values(data ?? {}).map((value) => `(${value})`)].join(' '),
  );
