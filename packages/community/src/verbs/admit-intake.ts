import type { Intake, Remark } from '@linli/model';
import { admit, type Register } from '@linli/registry';
import type { ImportRecord } from '../collections.ts';
import { byId, type House, type HouseSession, keep, type Written } from './house.ts';

export interface AdmittedIntake {
  readonly register: Register;
  /** Rows of the file that are in no record: first those the reader refused, then those the register refused. */
  readonly refused: readonly Remark[];
  readonly warnings: readonly Remark[];
  readonly written: Written;
}

/** Takes a file's drafts into the register in one commit: all of it or none of it. `digest` names the file's bytes. */
export async function admitIntake(house: House, intake: Intake, digest: string): Promise<AdmittedIntake> {
  const session = house.store.session();
  const admission = admit(await readRegister(session), intake, { zone: house.rules.profile.zone });
  const refused = [...intake.refused, ...admission.refused];
  const record: ImportRecord = {
    id: digest,
    refused: refused.map(({ at, column, reason }) => ({ sheet: at.sheet, row: at.row, column, code: reason.code })),
  };
  const { register } = admission;
  const written = await keep(house, session, 'import', {
    residents: byId(register.residents),
    helpers: byId(register.helpers),
    ties: byId(register.ties),
    calls: byId(register.calls),
    services: byId(register.services),
    resources: byId(register.resources),
    imports: byId([record]),
  });
  return { register, refused, warnings: [...intake.warnings, ...admission.warnings], written };
}

async function readRegister(session: HouseSession): Promise<Register> {
  return {
    residents: await session.list('residents'),
    helpers: await session.list('helpers'),
    ties: await session.list('ties'),
    calls: await session.list('calls'),
    services: await session.list('services'),
    resources: await session.list('resources'),
  };
}
