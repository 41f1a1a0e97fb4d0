import { describe, expect, it } from 'vitest';
import {
  Address,
  Availability,
  Beneficiary,
  Birth,
  Call,
  Demand,
  floorOf,
  Helper,
  Living,
  LocalDate,
  livesAlone,
  Origin,
  PersonId,
  printAddress,
  Resident,
  Resource,
  ServiceRecord,
  Tie,
} from '../src/index.ts';

const resident = {
  id: 'p0001',
  name: '王秀英',
  sex: 'female',
  birth: { from: '1941-12-31', until: '1942-01-01', precision: 'day' },
  identityNumber: '999999194112310027',
  grid: 3,
  address: { building: '3', unit: '2', door: '501' },
  hasLift: false,
  phone: null,
  emergencyContact: { name: '王明', relation: null, phone: null },
  living: [{ kind: 'alone', from: null }],
  selfCare: null,
  hardship: [],
  health: [],
  interests: [],
  approach: [],
  note: null,
};
const helper = {
  id: 'p0002',
  name: '李强',
  role: 'neighbour',
  sex: null,
  birth: null,
  phone: null,
  grid: null,
  building: '3',
  availability: [{ weekdays: [1, 2], from: '09:00', until: '24:00' }],
  skills: [],
  weeklyCapSeconds: null,
  team: null,
};
const tie = { id: 't1', residentId: 'p0001', helperId: 'p0002', role: 'neighbour', duty: 'knock', cadence: 'daily' };
const call = {
  id: 'c1',
  at: 0,
  residentId: null,
  candidates: ['p0001', 'p0003'],
  outcome: 'reached',
  order: [{ words: '鸡蛋两斤', item: '鸡蛋', quantity: 2, unit: '斤' }],
  request: null,
  emergency: false,
  takenBy: null,
};
const demand = {
  id: 'd1',
  residentId: 'p0001',
  category: null,
  words: '',
  order: [],
  raisedAt: 0,
  emergency: false,
  mode: 'door',
  windows: [{ from: 0, until: 1 }],
  serviceSeconds: 600,
  skills: [],
};
const service = {
  id: 's1',
  helperId: 'p0002',
  category: 'care.meal',
  from: 0,
  until: 1,
  beneficiary: { kind: 'public' },
  evidence: [],
};
const resource = {
  id: 'r001',
  name: '博闻之家',
  category: 'club',
  place: null,
  grid: null,
  openingHours: null,
  phone: null,
  services: [],
  note: null,
};

const records = [
  ['Resident', Resident, resident],
  ['Helper', Helper, helper],
  ['Tie', Tie, tie],
  ['Call', Call, call],
  ['Demand', Demand, demand],
  ['ServiceRecord', ServiceRecord, service],
  ['Resource', Resource, resource],
] as const;

describe('records are strict', () => {
  it.each(records)('%s survives JSON unchanged', (_, schema, record) => {
    const parsed = schema.parse(record);
    expect(schema.parse(JSON.parse(JSON.stringify(parsed)))).toEqual(record);
  });

  it.each(records)('%s refuses a field it does not know, and says its name', (_, schema, record) => {
    const issue = schema.safeParse({ ...record, age: 80 }).error?.issues[0];
    expect(issue).toMatchObject({ code: 'unrecognized_keys', keys: ['age'] });
  });

  it.each(
    records.flatMap(([name, schema, record]) => Object.keys(record).map((field) => [name, field, schema, record] as const)),
  )('%s without %s is refused: what is not known is written as null', (_, field, schema, record) => {
    const issue = schema.safeParse({ ...record, [field]: undefined }).error?.issues[0];
    expect(issue?.path[0]).toBe(field);
  });
});

describe('edges of records', () => {
  it('a birth spans at least one day', () => {
    const birth = (from: string, until: string) => Birth.safeParse({ from, until, precision: 'day' }).success;
    expect([birth('1941-12-31', '1942-01-01'), birth('1941-12-31', '1941-12-31'), birth('1942-01-01', '1941-12-31')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('availability ends after it starts, and 08:30 is no earlier than 08:30:00', () => {
    const free = (from: string, until: string) => Availability.safeParse({ weekdays: [7], from, until }).success;
    expect([free('08:30', '24:00'), free('08:30', '08:30:01')]).toEqual([true, true]);
    expect([free('08:30', '08:30'), free('08:30', '08:30:00'), free('22:00', '06:00')]).toEqual([false, false, false]);
    expect(Availability.safeParse({ weekdays: [0], from: '08:00', until: '09:00' }).success).toBe(false);
    expect(Availability.safeParse({ weekdays: [8], from: '08:00', until: '09:00' }).success).toBe(false);
  });

  it('a service ends after it starts, and its beneficiary is a person, the public, or said to be uncertain', () => {
    expect(ServiceRecord.safeParse({ ...service, until: 0 }).success).toBe(false);
    expect(Beneficiary.safeParse({ kind: 'person' }).success).toBe(false);
    expect(Beneficiary.safeParse({ kind: 'uncertain', candidates: ['p0001', 'p0002'] }).success).toBe(true);
    expect(Beneficiary.safeParse({ kind: 'nobody' }).success).toBe(false);
  });

  it('a demand has at least one window; quantities are whole and above zero', () => {
    expect(Demand.safeParse({ ...demand, windows: [] }).success).toBe(false);
    const line = (quantity: number) =>
      Call.safeParse({ ...call, order: [{ words: '蛋', item: '蛋', quantity, unit: null }] }).success;
    expect([line(1), line(0), line(1.5), line(-1)]).toEqual([true, false, false, false]);
  });

  it('an id is not empty, and a row counts from 1', () => {
    expect(PersonId.safeParse('').success).toBe(false);
    expect(Origin.safeParse({ sheet: '', row: 0 }).success).toBe(false);
    expect(Origin.safeParse({ sheet: '', row: 1 }).success).toBe(true);
  });
});

describe('D-72: an address', () => {
  it('D-72: prints as the plates say', () => {
    expect(printAddress(Address.parse({ building: '3', unit: '2', door: '501' }))).toBe('3-2-501');
  });

  it('D-72: has all of its parts', () => {
    expect(Address.safeParse({ building: '3', unit: '', door: '501' }).success).toBe(false);
  });

  it.each([
    ['1402', 14],
    ['104', 1],
    ['501', 5],
    ['0104', 1],
    ['9901', 99],
    ['001', undefined],
    ['0001', undefined],
    ['12', undefined],
    ['10402', undefined],
    ['B01', undefined],
    ['501A', undefined],
  ])('door %s tells floor %s', (door, floor) => {
    expect(floorOf(Address.parse({ building: '3', unit: '2', door }))).toBe(floor);
  });
});

describe('D-74: living alone on a day', () => {
  const on = (day: string, ...living: readonly { kind: string; from: string | null }[]): boolean | undefined =>
    livesAlone({ living: living.map((one) => Living.parse(one)) }, LocalDate.parse(day));

  it('D-74: alone from 3 March is not alone on 2 March', () => {
    const widowed = [
      { kind: 'couple', from: null },
      { kind: 'alone', from: '2026-03-03' },
    ];
    expect(['2026-03-02', '2026-03-03', '2026-11-23'].map((day) => on(day, ...widowed))).toEqual([false, true, true]);
  });

  it('D-74: the arrangement in force decides, not the newest one written', () => {
    expect(on('2026-11-23', { kind: 'alone', from: null }, { kind: 'institution', from: '2026-12-01' })).toBe(true);
  });

  it('is not known where nothing is written for the day', () => {
    expect(on('2026-11-23')).toBeUndefined();
    expect(on('2026-03-02', { kind: 'alone', from: '2026-03-03' })).toBeUndefined();
  });
});
