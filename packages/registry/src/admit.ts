import type { Intake, Remark, Zone } from '@linli/model';
import { admitCalls, admitServices, admitTies, type Directory } from './admit-links.ts';
import { admitHelpers, admitResidents, idGiver } from './admit-people.ts';
import { admitResources } from './admit-resources.ts';
import { type Register, withRecords } from './register.ts';
import { byName, resolveMention } from './resolve-mention.ts';
import type { RegistryCode } from './texts.ts';

export interface Admission {
  readonly register: Register;
  /** Rows that are not in the register, each with its reason. In the file's order, people before what links them. */
  readonly refused: readonly Remark<RegistryCode>[];
  readonly warnings: readonly Remark<RegistryCode>[];
}

/**
 * Takes drafts into the register: finds who is already known, gives ids to who is not, and turns names into people.
 * Admitting the same intake again changes nothing. Nobody is merged and nobody is dropped without a remark.
 */
export function admit(register: Register, intake: Intake, { zone }: { readonly zone: Zone }): Admission {
  const nextId = idGiver([...register.residents, ...register.helpers].map(({ id }) => id));
  const residents = admitResidents(register, intake.residents, nextId);
  const allResidents = withRecords(register.residents, residents.admitted);
  const helpers = admitHelpers(register.helpers, allResidents, intake.helpers, nextId);
  const allHelpers = withRecords(register.helpers, helpers.admitted);

  const residentsByName = byName(allResidents);
  const helpersByName = byName(allHelpers);
  const directory: Directory = {
    residents: (mention) => resolveMention(mention, residentsByName),
    helpers: (mention) => resolveMention(mention, helpersByName),
  };
  const ties = admitTies(intake.ties, directory);
  const calls = admitCalls(intake.calls, directory, zone);
  const services = admitServices(intake.services, directory, zone);
  const resources = admitResources(register.resources, intake.resources);
  const steps = [residents, helpers, ties, calls, services, resources];
  return {
    register: {
      residents: allResidents,
      helpers: allHelpers,
      ties: withRecords(register.ties, ties.admitted),
      calls: withRecords(register.calls, calls.admitted),
      services: withRecords(register.services, services.admitted),
      resources: withRecords(register.resources, resources.admitted),
    },
    refused: steps.flatMap(({ refused }) => refused),
    warnings: steps.flatMap(({ warnings }) => warnings),
  };
}
