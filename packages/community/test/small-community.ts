import { fileURLToPath } from 'node:url';
import {
  Availability,
  Birth,
  type Call,
  CallId,
  type Clock,
  type Helper,
  type Instant,
  instantAt,
  LocalDate,
  PersonId,
  type Resident,
  Seconds,
  type ServiceRecord,
  simulatedClock,
  type Tie,
  TieId,
  type WallTime,
  Zone,
} from '@linli/model';
import { createStore, memoryDriver, type StorageDriver } from '@linli/storage';
import { collections } from '../src/collections.ts';
import { type Community, createCommunity, type Rules, readRules } from '../src/index.ts';

const zone = Zone.parse('Asia/Shanghai');
export const today = LocalDate.parse('2026-11-23');

const folder = fileURLToPath(new URL('../../../examples/duowen/community', import.meta.url));

export async function duowenRules(): Promise<Rules> {
  const rules = await readRules(folder);
  if (!rules.ok) throw new Error(JSON.stringify(rules.reasons));
  return rules.value;
}

export const at = (time: string, date: LocalDate = today): Instant => instantAt(date, time as WallTime, zone);

export const bornOn = (day: string): Birth => {
  const from = LocalDate.parse(day);
  const until = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
  return Birth.parse({ from, until, precision: 'day' });
};

export const resident = (id: string, fields: Partial<Resident> = {}): Resident => ({
  id: PersonId.parse(id),
  name: `长者${id}`,
  sex: 'female',
  birth: bornOn('1950-01-01'),
  identityNumber: null,
  grid: 1,
  address: { building: '1', unit: '1', door: '101' },
  hasLift: false,
  phone: '19900000001',
  emergencyContact: null,
  living: [{ kind: 'alone', from: null }],
  selfCare: 'independent',
  hardship: [],
  health: [],
  interests: [],
  approach: [],
  note: null,
  ...fields,
});

export const helper = (id: string, fields: Partial<Helper> = {}): Helper => ({
  id: PersonId.parse(id),
  name: `服务者${id}`,
  role: 'volunteer',
  sex: 'female',
  birth: bornOn('1990-01-01'),
  phone: null,
  grid: 1,
  building: '1',
  availability: [Availability.parse({ weekdays: [1, 2, 3, 4, 5, 6, 7], from: '08:00', until: '20:00' })],
  skills: ['delivery', 'shopping', 'phone'],
  weeklyCapSeconds: Seconds.parse(36_000),
  team: null,
  ...fields,
});

export const tie = (residentId: string, helperId: string, fields: Partial<Tie> = {}): Tie => ({
  id: TieId.parse(`t-${residentId}-${helperId}`),
  residentId: PersonId.parse(residentId),
  helperId: PersonId.parse(helperId),
  role: 'neighbour',
  duty: 'knock',
  cadence: 'daily',
  ...fields,
});

export const call = (residentId: string | null, time: string, fields: Partial<Call> = {}): Call => ({
  id: CallId.parse(`c-${time.replace(':', '')}-${residentId ?? fields.candidates?.join('-')}`),
  at: at(time),
  residentId: residentId === null ? null : PersonId.parse(residentId),
  candidates: [],
  outcome: 'reached',
  order: [],
  request: null,
  emergency: false,
  takenBy: null,
  ...fields,
});

export const eggs = [{ words: '鸡蛋30个', item: '鸡蛋', quantity: 30, unit: '个' }] as const;

export interface Cast {
  readonly residents?: readonly Resident[];
  readonly helpers?: readonly Helper[];
  readonly ties?: readonly Tie[];
  readonly calls?: readonly Call[];
  readonly services?: readonly ServiceRecord[];
}

export interface Stage {
  readonly community: Community;
  readonly driver: StorageDriver;
  readonly clock: Clock & { moveTo(at: Instant): void };
}

const byId = <Item extends { readonly id: string }>(items: readonly Item[] = []): Record<string, Item> =>
  Object.fromEntries(items.map((item) => [item.id, item]));

/** Puts people and calls into a store as an import would have. */
export async function write(driver: StorageDriver, id: string, cast: Cast): Promise<void> {
  const { residents, helpers, ties, calls, services } = cast;
  await createStore(driver, collections)
    .session()
    .commit({
      id,
      at: at('08:00'),
      actor: 'test',
      why: 'a small community',
      put: { residents: byId(residents), helpers: byId(helpers), ties: byId(ties), calls: byId(calls), services: byId(services) },
    });
}

let commits = 0;

export async function stageOf(rules: Rules, cast: Cast, driver: StorageDriver = memoryDriver()): Promise<Stage> {
  await write(driver, `cast-${commits++}`, cast);
  const clock = simulatedClock(at('09:00'));
  const community = createCommunity({
    driver,
    rules,
    clock,
    newCommitId: () => `commit-${commits++}`,
    actor: 'test',
    effort: { seed: 1, steps: 200 },
  });
  return { community, driver, clock };
}
