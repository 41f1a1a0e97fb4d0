import type { Vocabulary } from '@linli/interop';
import type { CareTemplate, NetworkPolicy } from '@linli/network';
import type { StandingNeed } from '@linli/registry';
import type { CreditStandard } from '@linli/timebank';
import type { CycleDefinition } from '@linli/windows';
import type { CadenceRule } from './cadences.ts';
import type { Catalogue, ServiceEntry } from './catalogue.ts';
import type { CommunityProfile } from './profile.ts';
import type { Words } from './words.ts';

/** Everything a community decided, as data: one folder of files. */
export interface Rules {
  readonly profile: CommunityProfile;
  readonly cycle: CycleDefinition;
  readonly catalogue: Catalogue;
  readonly words: Words;
  readonly needs: readonly StandingNeed[];
  readonly careTemplate: CareTemplate;
  readonly cadences: readonly CadenceRule[];
  readonly networkPolicy: NetworkPolicy;
  readonly creditStandard: CreditStandard;
}

const wordsToCodes = (entries: readonly { readonly code: string; readonly words: readonly string[] }[]): Record<string, string> =>
  Object.fromEntries(entries.flatMap(({ code, words }) => words.map((word) => [word, code])));

/** The words a workbook of this community may use. */
export const vocabularyOf = ({ profile, catalogue, words }: Rules): Vocabulary => ({
  roles: wordsToCodes(profile.roles),
  skills: wordsToCodes(profile.skills),
  services: wordsToCodes(catalogue.services),
  duties: words.duties,
  cadences: words.cadences,
  outcomes: words.outcomes,
  selfCare: words.selfCare,
  hardship: words.hardship,
  approach: words.approach,
  evidence: words.evidence,
  dayparts: words.dayparts,
  publicBeneficiary: words.publicBeneficiary,
});

export const serviceOf = ({ catalogue }: Rules, code: string | null): ServiceEntry | undefined =>
  catalogue.services.find((service) => service.code === code);
