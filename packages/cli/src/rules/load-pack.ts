import { stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { Catalogue, type Located, parsePackFile, parseRuleFile, readTextWithin } from '@linli/community';
import { nearestWord, type TimeBankPack } from '@linli/timebank';
import { presets } from '@linli/timebank/presets';
import { type Failure, failure } from '../failure.ts';
import { exitCodes, type Terminal } from '../terminal.ts';

/** A pack that was asked for; where its rules stand, if it came from a file; and the catalogue that lies beside it. */
export interface LoadedPack {
  readonly pack: TimeBankPack;
  readonly file: string | null;
  readonly placeOf: Located<TimeBankPack>['placeOf'] | null;
  /** Codes of everything that can be asked for; empty where there is no catalogue. */
  readonly catalogue: readonly string[];
}

/** The packs we ship, under their ids. */
export const shipped: ReadonlyMap<string, TimeBankPack> = new Map(Object.entries(presets));

/** In a community's folder: the whole time bank in one file, or its credit standard alone. */
const packFiles = ['time-bank.yaml', 'credit-standard.yaml'];

/** A preset by its id, a YAML or JSON file, or a community's folder. */
export async function loadPack(named: string, terminal: Terminal): Promise<LoadedPack | Failure> {
  const preset = shipped.get(named);
  if (preset !== undefined) return { pack: preset, file: null, placeOf: null, catalogue: [] };
  const path = resolve(terminal.cwd, named);
  const kind = await kindOf(path);
  if (kind === 'file') return readPackAt(path, named, []);
  if (kind === 'folder') {
    const catalogue = await catalogueIn(path);
    if (!Array.isArray(catalogue)) return catalogue as Failure;
    for (const name of packFiles) {
      if ((await kindOf(join(path, name))) === 'file') return readPackAt(join(path, name), join(named, name), catalogue);
    }
    return failure(exitCodes.input, { code: 'pack/none-in-folder', data: { folder: named, files: packFiles.join(', ') } });
  }
  const meant = nearestWord(named, [...shipped.keys()]);
  const data = { pack: named, meant: meant ?? '-' };
  return failure(exitCodes.input, { code: meant === undefined ? 'pack/not-found' : 'pack/not-found-meant', data });
}

async function kindOf(path: string): Promise<'file' | 'folder' | null> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch {
    return null;
  }
}

async function readPackAt(path: string, named: string, catalogue: readonly string[]): Promise<LoadedPack | Failure> {
  const text = await readTextWithin(path, named);
  if (!text.ok) return failure(exitCodes.input, ...text.reasons);
  const parsed = parsePackFile(named, text.value);
  if (!parsed.ok) return failure(exitCodes.rules, ...parsed.reasons);
  return { pack: parsed.value.value, file: named, placeOf: parsed.value.placeOf, catalogue };
}

/** The codes of the catalogue in a folder; none where there is none. */
export async function catalogueIn(path: string): Promise<readonly string[] | Failure> {
  const file = join(path, 'catalogue.yaml');
  if ((await kindOf(file)) !== 'file') return [];
  const text = await readTextWithin(file, basename(file));
  const parsed = text.ok ? parseRuleFile(basename(file), text.value, Catalogue) : text;
  return parsed.ok ? parsed.value.services.map(({ code }) => code) : failure(exitCodes.rules, ...parsed.reasons);
}
