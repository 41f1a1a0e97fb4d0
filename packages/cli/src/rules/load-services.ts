import { createCommunity, parseServicesFile, vocabularyOf } from '@linli/community';
import { readWorkbook } from '@linli/interop';
import { Instant, livesAlone, localDateOf, type PersonId, type Reason, type Resident, simulatedClock, Zone } from '@linli/model';
import { memoryDriver } from '@linli/storage';
import type { Candidate, PersonFacts } from '@linli/timebank';
import type { ServiceList } from '@linli/timebank/review';
import type { Asked } from '../arguments.ts';
import { type Failure, failure, isFailure } from '../failure.ts';
import { isZip, loadBytes, loadMapping, loadRules, loadRuleText } from '../load.ts';
import { exitCodes, type Terminal } from '../terminal.ts';

/** Services to be judged, and remarks on what was not understood. */
export interface LoadedServices {
  readonly list: ServiceList;
  readonly remarks: readonly Reason[];
}

/** Where a file names no zone and no option does. */
const homeZone = Zone.parse('Asia/Shanghai');

/** From JSON or YAML as `docs/cli.md` says, or from a community's workbook, whose service records they then are. */
export async function loadServices(file: string, asked: Asked, terminal: Terminal): Promise<LoadedServices | Failure> {
  const zone = Zone.optional().safeParse(asked.zone);
  if (!zone.success) return failure(exitCodes.usage, { code: 'zone/unknown', data: { value: asked.zone ?? '' } });
  const workbook = await loadBytes(file, terminal);
  if (!(workbook instanceof Uint8Array)) return workbook;
  if (isZip(workbook)) return fromWorkbook(workbook, asked, terminal);
  const text = await loadRuleText(file, terminal);
  if (typeof text !== 'string') return text;
  const parsed = parseServicesFile(file, text, zone.data ?? homeZone);
  if (!parsed.ok) return failure(exitCodes.input, ...parsed.reasons);
  return { list: parsed.value, remarks: parsed.reasons };
}

/** The workbook's services by the community's own words; helpers and residents with what is on record about them. */
async function fromWorkbook(bytes: Uint8Array, asked: Asked, terminal: Terminal): Promise<LoadedServices | Failure> {
  const rules = await loadRules(asked, terminal);
  if (isFailure(rules)) return rules;
  const mapping = await loadMapping(asked, terminal);
  if (isFailure(mapping)) return mapping;
  const reading = await readWorkbook(bytes, { vocabulary: vocabularyOf(rules), ...mapping });
  if (!reading.ok) return failure(exitCodes.input, ...reading.reasons);
  const driver = memoryDriver();
  const clock = simulatedClock(Instant.parse(0));
  // Nothing is kept: a number is name enough.
  let commits = 0;
  const newCommitId = (): string => `rules-${++commits}`;
  const community = createCommunity({ driver, rules, clock, newCommitId, actor: 'rules' });
  const { register } = await community.admit(reading.value.intake, 'rules');
  await driver.close();
  const { zone } = rules.profile;
  const last = Math.max(0, ...register.services.map(({ from }) => from));
  const on = localDateOf(Instant.parse(last), zone);
  const people = new Map<PersonId, Candidate>();
  for (const resident of register.residents) people.set(resident.id, factsOf(resident, on));
  const beneficiaries = new Map(people);
  for (const { id, role, sex, birth, skills } of register.helpers) people.set(id, { role, sex, birth, marks: skills });
  return { list: { records: register.services, people, zone, facts: { beneficiaries } }, remarks: [] };
}

/** Marks that a record holds; where nothing tells how somebody lives and what is hard for them, marks are not known. */
function factsOf(resident: Resident, on: ReturnType<typeof localDateOf>): PersonFacts {
  const { sex, birth, hardship } = resident;
  const alone = livesAlone(resident, on);
  const marks = alone === undefined && hardship.length === 0 ? null : [...hardship, ...(alone === true ? ['alone'] : [])];
  return { sex, birth, marks };
}
