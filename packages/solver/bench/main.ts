import { type Asked, type Format, help, readArguments, type Shape } from './arguments.ts';
import { BenchFault } from './bench-fault.ts';
import { families } from './families/all.ts';
import { runFile, warmUp } from './run-files.ts';
import { measureShape } from './shapes/all.ts';
import { fileRow, fileTable, summaryTable } from './tables.ts';

process.exitCode = await main(process.argv.slice(2));

/** 0: done; 1: a file could not be used, or an answer was not feasible; 2: the call was wrong. */
async function main(args: readonly string[]): Promise<number> {
  try {
    const asked = readArguments(args);
    if (asked.help) process.stdout.write(help);
    else if (asked.format !== null) return runFiles({ ...asked, format: asked.format });
    else if (asked.shape !== null) await runShape({ ...asked, shape: asked.shape });
    return 0;
  } catch (error) {
    return told(error, 2);
  }
}

async function runShape({ shape, budget, json }: Asked & { readonly shape: Shape }): Promise<void> {
  for await (const found of measureShape[shape](budget))
    print(json ? JSON.stringify({ shape, seed: budget.seed, ...(found as object) }) : JSON.stringify(found, null, 2));
}

function runFiles({ format, files, budget, json, summary }: Asked & { readonly format: Format }): number {
  const family = families[format];
  const lines = [];
  let exit = 0;
  warmUp(family, budget);
  if (!json) print(fileTable.head);
  for (const path of files) {
    try {
      const line = runFile(family, path, budget);
      lines.push(line);
      print(json ? JSON.stringify(line) : fileRow(line));
      if (!line.feasible) exit = 1;
    } catch (error) {
      exit = told(error, 1);
    }
  }
  if (summary) for (const row of json ? [] : summaryTable(lines, family.kindOf)) print(row);
  return exit;
}

/** A fault of the call or of a file is told; anything else is a mistake of ours and keeps its stack. */
function told(error: unknown, exit: number): number {
  if (!(error instanceof BenchFault)) throw error;
  process.stderr.write(`${error.message}\n`);
  return exit;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
