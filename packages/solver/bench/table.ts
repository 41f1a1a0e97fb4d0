import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { docTables, type ResultLine } from './doc-tables.ts';
import { type GrowthPoint, growthPlot } from './growth-plot.ts';

const results = fileURLToPath(new URL('./results', import.meta.url));
const docs = fileURLToPath(new URL('../../../docs', import.meta.url));

/** Reads all result lines and writes the tables of the page between its marks, and the plot. */
export function writeTables(): void {
  const lines = existsSync(results)
    ? readdirSync(results)
        .filter((name) => name.endsWith('.jsonl'))
        .sort()
        .flatMap((name) => readFileSync(join(results, name), 'utf8').trim().split('\n'))
        .map((line) => JSON.parse(line) as ResultLine)
    : [];
  const page = join(docs, 'benchmarks', 'solver.md');
  const machine = `${cpus().length} cores, ${cpus()[0]?.model.trim() ?? 'unknown'}, Node.js ${process.versions.node}.`;
  writeFileSync(page, filled(readFileSync(page, 'utf8'), { ...docTables(lines), machine }));
  const growth = lines.filter(({ set }) => set === 'growth') as unknown as GrowthPoint[];
  const picture = join(docs, 'pictures', 'solver-growth.svg');
  mkdirSync(dirname(picture), { recursive: true });
  if (growth.length > 0) writeFileSync(picture, growthPlot(growth));
}

/** The page with each text between `<!-- begin NAME -->` and `<!-- end NAME -->`. @throws where a mark has no text. */
export function filled(page: string, texts: Readonly<Record<string, string>>): string {
  return page.replace(/(<!-- begin ([\w-]+) -->\n)[\s\S]*?(<!-- end \2 -->)/g, (_, begin: string, name: string, end: string) => {
    const text = texts[name];
    if (text === undefined) throw new Error(`no table "${name}"`);
    return `${begin}${text.trimEnd()}\n${end}`;
  });
}

if (import.meta.main) writeTables();
