import { communityTexts } from '@linli/community';
import { interopTexts } from '@linli/interop';
import { isFault, Lang, type Reason, say, type Texts } from '@linli/model';
import { storageTexts } from '@linli/storage';
import { exitCodes, type Terminal } from './terminal.ts';
import { cliTexts } from './texts.ts';

/** A command that could not do what was asked: the exit code and every reason, the deciding one first. */
export interface Failure {
  readonly exitCode: number;
  readonly reasons: readonly Reason[];
}

export const failure = (exitCode: number, ...reasons: readonly Reason[]): Failure => ({ exitCode, reasons });

export const isFailure = (value: unknown): value is Failure =>
  typeof value === 'object' && value !== null && 'exitCode' in value && 'reasons' in value;

/** What broke, which nobody asked for, as a failure; then what else there is to say. */
export function broken(cause: unknown, ...more: readonly Reason[]): Failure {
  const code = isFault(cause) ? cause.code : 'unknown';
  const problem = cause instanceof Error ? cause.message : String(cause);
  const exitCode = code.startsWith('storage/') ? exitCodes.store : exitCodes.broken;
  return failure(exitCode, { code: 'fault/unexpected', data: { code, problem } }, ...more);
}

const texts: Texts = { ...storageTexts, ...interopTexts, ...communityTexts, ...cliTexts };

/** Where a sheet was not read as a whole, how to get a mapping for the file: the one reason more that says what to do. */
export const mappingHint = (codes: readonly string[], file: string): readonly Reason[] =>
  codes.some((code) => code === 'sheet/not-recognised' || code === 'column/missing')
    ? [{ code: 'mapping/hint', data: { file } }]
    : [];

/** Says why: as JSON where that was asked for; in the chosen language, or in both where none was chosen. */
export function complain(
  { exitCode, reasons }: Failure,
  terminal: Terminal,
  { json, lang }: { readonly json: boolean; readonly lang: Lang | undefined },
): void {
  const both = reasons.map((reason) => ({ ...reason, zh: say(texts, reason, 'zh'), en: say(texts, reason, 'en') }));
  if (json) terminal.out(`${JSON.stringify({ ok: false, exitCode, reasons: both }, null, 2)}\n`);
  advise(reasons, terminal, lang);
}

/** The reasons on standard error, a line each: in the chosen language, or in both where none was chosen. */
export function advise(reasons: readonly Reason[], terminal: Terminal, lang: Lang | undefined): void {
  for (const reason of reasons) {
    for (const spoken of lang === undefined ? Lang.options : [lang])
      terminal.err(`${say(texts, reason, spoken).replaceAll('\n', '\\n')}\n`);
  }
}
