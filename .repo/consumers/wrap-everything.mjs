// Writes `wrapped.ts`: a function around everything that every entry exports, with no type written down. Its declarations
// must name whatever goes in and comes out; where a type is not exported, they cannot be made (TS4023, TS2883).
import { readFileSync, writeFileSync } from 'node:fs';

const { entries } = JSON.parse(readFileSync('entries.json', 'utf8'));
const lines = [];
for (const [index, entry] of entries.entries()) {
  lines.push(`import * as entry${index} from '${entry}';`);
  for (const [name, value] of Object.entries(await import(entry))) {
    const path = `entry${index}.${name}`;
    const wrapped = (what, type) => lines.push(`export const ${what}_${index}_${name} = () => null! as ${type};`);
    if (typeof value !== 'function') lines.push(`export const value_${index}_${name} = () => ${path};`);
    else if (/^class\b/.test(Function.prototype.toString.call(value))) {
      wrapped('instance', `InstanceType<typeof ${path}>`);
      wrapped('made_of', `ConstructorParameters<typeof ${path}>`);
    } else {
      wrapped('answer', `ReturnType<typeof ${path}>`);
      wrapped('asked', `Parameters<typeof ${path}>`);
    }
  }
}
writeFileSync('wrapped.ts', `${lines.join('\n')}\n`);
