import { Helper, LocalDate, Resident, Tie } from '@linli/model';
import { buildNetwork, CareTemplate, NetworkPolicy } from '../src/index.ts';

// Six people: Mr Jia (90, alone), Mrs Fu (72, alone), Mr Lu (71, alone, who also knocks for Mr Jia),
// neighbour Chen, young Song (17 until 2027), property man Tang. All made up.

export const on = LocalDate.parse('2026-11-23');

const day = (from: string, until: string) => ({ from, until, precision: 'day' });

export const residentOf = (id: string, more: object = {}): Resident =>
  Resident.parse({
    id,
    name: id,
    sex: null,
    birth: null,
    identityNumber: null,
    grid: 1,
    address: null,
    hasLift: null,
    phone: '199-0000-0001',
    emergencyContact: null,
    living: [{ kind: 'alone', from: null }],
    selfCare: 'independent',
    hardship: [],
    health: [],
    interests: [],
    approach: [],
    note: null,
    ...more,
  });

export const helperOf = (id: string, role: string, more: object = {}): Helper =>
  Helper.parse({
    id,
    name: id,
    role,
    sex: null,
    birth: day('1965-05-05', '1965-05-06'),
    phone: null,
    grid: 1,
    building: null,
    availability: [{ weekdays: [1, 2, 3, 4, 5], from: '08:30', until: '12:00' }],
    skills: [],
    weeklyCapSeconds: null,
    team: null,
    ...more,
  });

export const tieOf = (id: string, residentId: string, helperId: string, role: string, duty: string, cadence = 'daily'): Tie =>
  Tie.parse({ id, residentId, helperId, role, duty, cadence });

const at = (building: string) => ({ building, unit: '1', door: '104' });

export const jia = residentOf('jia', { birth: day('1936-02-29', '1936-03-01'), address: at('28') });
export const fu = residentOf('fu', { birth: day('1954-06-01', '1954-06-02'), grid: 2, address: at('3') });
export const lu = residentOf('lu', { birth: day('1955-01-01', '1955-01-02'), grid: 2, phone: null });
export const luAsHelper = helperOf('lu', 'neighbour', { grid: 2 });
export const chen = helperOf('chen', 'neighbour', { building: '28' });
export const song = helperOf('song', 'youth-volunteer', { birth: day('2009-02-01', '2009-02-02') });
const tang = helperOf('tang', 'property', { availability: [] });

export const records = {
  residents: [jia, fu, lu],
  helpers: [luAsHelper, chen, song, tang],
  ties: [
    tieOf('t1', 'jia', 'chen', 'neighbour', 'knock'),
    tieOf('t2', 'jia', 'lu', 'neighbour', 'knock'),
    tieOf('t3', 'fu', 'chen', 'neighbour', 'knock'),
    tieOf('t4', 'jia', 'tang', 'property', 'guard'),
  ],
};
export const network = buildNetwork(records);

/** Two duties: a daily knock for everybody who lives alone, a guard from 80 or with any loss of self-care. */
export const template = CareTemplate.parse({
  format: 'linli-care-template/1',
  id: 'test',
  edition: 1,
  name: { zh: '测试', en: 'test' },
  duties: [
    {
      code: 'knock',
      name: { zh: '敲门', en: 'knock' },
      roles: ['neighbour', 'youth-volunteer'],
      duty: 'knock',
      cadence: 'daily',
      atLeast: 1,
      kind: 'contact',
      appliesTo: { alone: true },
    },
    {
      code: 'guard',
      name: { zh: '守护', en: 'guard' },
      roles: ['property'],
      duty: 'guard',
      cadence: 'weekly',
      atLeast: 1,
      kind: 'guard',
      appliesTo: { anyOf: [{ minAge: 80 }, { selfCare: ['mild', 'moderate', 'severe'] }] },
    },
  ],
});

export const policyOf = (more: object = {}): NetworkPolicy =>
  NetworkPolicy.parse({
    format: 'linli-network-policy/1',
    id: 'test',
    edition: 1,
    maxResidentsPerHelper: { default: 5, byRole: {} },
    singlePointMin: 1,
    knockChain: ['neighbour', 'property'],
    adjacentGrids: [],
    report: {
      'resident/isolated': true,
      'resident/not-reachable': true,
      'duty/uncovered': true,
      'helper/single-point': true,
      'helper/overloaded': true,
      'resident/no-grid': true,
    },
    ...more,
  });
export const policy = policyOf();
