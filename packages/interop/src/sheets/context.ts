import type { Cadence, CallOutcome, LivingKind, LocalDate, SelfCare } from '@linli/model';
import type { Dayparts } from '../cells/parse-availability.ts';
import { livingWords } from '../cells/parse-living.ts';
import type { Mapping } from '../mapping/mapping.ts';
import { fold, foldWords, type Words } from '../recognise/fold.ts';
import type { Vocabulary } from '../vocabulary.ts';

/** What every reader of rows looks things up in. */
export interface Context {
  readonly roles: Words<string>;
  readonly skills: Words<string>;
  readonly services: Words<string>;
  readonly duties: Words<string>;
  readonly cadences: Words<Cadence>;
  readonly outcomes: Words<CallOutcome>;
  readonly selfCare: Words<SelfCare>;
  readonly living: Words<LivingKind>;
  readonly hardship: Words<string>;
  readonly approach: Words<string>;
  readonly evidence: Words<string>;
  readonly dayparts: Dayparts;
  readonly publicBeneficiary: ReadonlySet<string>;
  readonly grids: Words<number>;
  /** The day on which the lists of people were true: ages count back from it. */
  readonly listedOn: LocalDate | null;
  /** The day after which nothing in the file can have happened: dates without a year are told by it. */
  readonly latest: LocalDate | null;
}

export function createContext(
  vocabulary: Vocabulary,
  mapping: Mapping | undefined,
  dates: Pick<Context, 'listedOn' | 'latest'>,
): Context {
  const own = mapping?.words;
  return {
    roles: foldWords(vocabulary.roles, own?.roles),
    skills: foldWords(vocabulary.skills, own?.skills),
    services: foldWords(vocabulary.services, own?.services),
    duties: foldWords(vocabulary.duties, own?.duties),
    cadences: foldWords(vocabulary.cadences, own?.cadences),
    outcomes: foldWords(vocabulary.outcomes, own?.outcomes),
    selfCare: foldWords(vocabulary.selfCare, own?.selfCare),
    living: livingWords(vocabulary.living),
    hardship: foldWords(vocabulary.hardship, own?.hardship),
    approach: foldWords(vocabulary.approach, own?.approach),
    evidence: foldWords(vocabulary.evidence, own?.evidence),
    dayparts: foldWords(vocabulary.dayparts),
    publicBeneficiary: new Set(vocabulary.publicBeneficiary.map(fold)),
    grids: foldWords(mapping?.grids),
    ...dates,
  };
}
