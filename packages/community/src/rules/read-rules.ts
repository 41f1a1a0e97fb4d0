import { join } from 'node:path';
import { type Decision, type Reason, yes } from '@linli/model';
import { CareTemplate, NetworkPolicy } from '@linli/network';
import { StandingNeed } from '@linli/registry';
import { CycleDefinition } from '@linli/windows';
import * as z from 'zod';
import type { CommunityCode } from '../texts.ts';
import { CadenceRules } from './cadences.ts';
import { Catalogue, dayServices } from './catalogue.ts';
import { parseCreditStandardFile } from './parse-pack-file.ts';
import { parseRuleFile } from './parse-rule-file.ts';
import { CommunityProfile } from './profile.ts';
import { readTextWithin } from './read-file-within.ts';
import type { Rules } from './rules.ts';
import { Words } from './words.ts';

const StandingNeeds = z.strictObject({
  format: z.literal('linli-standing-needs/1'),
  id: z.string(),
  edition: z.int().positive(),
  needs: z.array(StandingNeed).readonly(),
});

/**
 * A community from its folder: `community`, `cycle`, `catalogue`, `words`, `standing-needs`, `care-template`,
 * `cadences`,
 * `network-policy` and `credit-standard`, each a `.yaml` file.
 * No: every fault of every file, in the order of the files, each with file, line and path.
 */
export async function readRules(folder: string): Promise<Decision<Rules, CommunityCode>> {
  const faults: Reason<CommunityCode>[] = [];
  const readAs = async <Value>(
    name: string,
    parse: (file: string, text: string) => Decision<Value, CommunityCode>,
  ): Promise<Value | undefined> => {
    const file = `${name}.yaml`;
    let text: Decision<string, CommunityCode>;
    try {
      text = await readTextWithin(join(folder, file), file);
    } catch {
      faults.push({ code: 'rules/missing', data: { file, folder } });
      return undefined;
    }
    const parsed = text.ok ? parse(file, text.value) : text;
    if (parsed.ok) return parsed.value;
    faults.push(...parsed.reasons);
    return undefined;
  };
  const read = <Schema extends z.ZodType>(name: string, schema: Schema): Promise<z.output<Schema> | undefined> =>
    readAs(name, (file, text) => parseRuleFile(file, text, schema));

  const profile = await read('community', CommunityProfile);
  const cycle = await read('cycle', CycleDefinition);
  const catalogue = await read('catalogue', Catalogue);
  const words = await read('words', Words);
  const standing = await read('standing-needs', StandingNeeds);
  const careTemplate = await read('care-template', CareTemplate);
  const cadences = await read('cadences', CadenceRules);
  const networkPolicy = await read('network-policy', NetworkPolicy);
  const creditStandard = await readAs('credit-standard', parseCreditStandardFile);
  if (profile && cycle && catalogue && words && standing && careTemplate && cadences && networkPolicy && creditStandard) {
    const rules: Rules = {
      profile,
      cycle,
      catalogue,
      words,
      needs: standing.needs,
      careTemplate,
      cadences: cadences.cadences,
      networkPolicy,
      creditStandard,
    };
    faults.push(...contradictions(rules));
    if (faults.length === 0) return yes(rules);
  }
  return { ok: false, reasons: faults as [Reason<CommunityCode>, ...Reason<CommunityCode>[]] };
}

/** What no file can see alone: a code in one file that another file should have defined. */
function contradictions({
  profile,
  catalogue,
  cycle,
  careTemplate,
  cadences,
  needs,
  words,
}: Rules): readonly Reason<CommunityCode>[] {
  const roles = new Set(profile.roles.map(({ code }) => code));
  const skills = new Set(profile.skills.map(({ code }) => code));
  const services = new Set(catalogue.services.map(({ code }) => code));
  const phases = new Set<string>(cycle.phases.map(({ id }) => id));
  const duties = new Set(Object.values(words.duties));
  const missing = (file: string, kind: string, code: string): Reason<CommunityCode> => ({
    code: 'rules/unknown-code',
    data: { file, kind, code },
  });
  return [
    ...profile.roles.flatMap((role) =>
      role.skills.filter((code) => !skills.has(code)).map((code) => missing('community.yaml', 'skill', code)),
    ),
    ...Object.values(dayServices)
      .filter((code) => !services.has(code))
      .map((code) => missing('catalogue.yaml', 'service', code)),
    ...catalogue.services.flatMap((service) => [
      ...service.skills.filter((code) => !skills.has(code)).map((code) => missing('catalogue.yaml', 'skill', code)),
      ...service.phases.filter((code) => !phases.has(code)).map((code) => missing('catalogue.yaml', 'phase', code)),
    ]),
    ...needs
      .filter(({ category }) => !services.has(category))
      .map(({ category }) => missing('standing-needs.yaml', 'service', category)),
    ...careTemplate.duties.flatMap((duty) => [
      ...duty.roles.filter((code) => !roles.has(code)).map((code) => missing('care-template.yaml', 'role', code)),
      ...(duties.has(duty.duty) ? [] : [missing('care-template.yaml', 'duty', duty.duty)]),
    ]),
    ...cadences.flatMap((cadence) => [
      ...(careTemplate.duties.some(({ code }) => code === cadence.duty) ? [] : [missing('cadences.yaml', 'duty', cadence.duty)]),
      ...cadence.counts.filter((code) => !services.has(code)).map((code) => missing('cadences.yaml', 'service', code)),
    ]),
    ...(profile.zone === cycle.zone
      ? []
      : [{ code: 'rules/zones-differ' as const, data: { profile: profile.zone, cycle: cycle.zone } }]),
  ];
}
