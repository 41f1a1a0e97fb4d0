// Every machine of `@linli/windows` as a page to be read: what it is for, its picture, its ways and refusals in words.
// `npm run -s docs:machines` writes docs/machines.md, .zh.md and docs/pictures/machines.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Lang } from '@linli/model';
import { type Drawable, edgesOf, mermaidOf, processes, type SaidEdge, saidEdges, titleOf } from '@linli/windows';
import { pictureOf } from '../packages/cli/src/windows/picture.ts';
import { machineWords } from './machine-words.ts';
import { root } from './workspace.ts';

export const machines: readonly Drawable[] = Object.values(processes);
export const pictureFolder = join('docs', 'pictures', 'machines');

const pictureName = (name: string, lang: Lang): string => (lang === 'zh' ? `${name}.zh.svg` : `${name}.svg`);
const pageName = (lang: Lang): string => (lang === 'zh' ? 'machines.zh.md' : 'machines.md');

const row = (...cells: readonly (string | number)[]): string => `| ${cells.map(cell).join(' | ')} |`;
const table = (head: readonly string[], rows: readonly string[]): string =>
  [row(...head), `|${' --- |'.repeat(head.length)}`, ...rows].join('\n');
const cell = (text: string | number): string =>
  typeof text === 'number' ? String(text) : text.replace(/[|<*_`\\]/g, (sign) => `\\${sign}`).replace(/\s+/g, ' ');

/** Every file of the documentation of `shown`, by its path from the repository root. */
export async function machineFiles(shown: readonly Drawable[]): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for (const lang of Lang.options) {
    for (const machine of shown) files.set(join(pictureFolder, pictureName(machine.name, lang)), await pictureOf(machine, lang));
    files.set(join('docs', pageName(lang)), pageOf(shown, lang));
  }
  return files;
}

function pageOf(shown: readonly Drawable[], lang: Lang): string {
  const t = (zh: string, en: string): string => (lang === 'zh' ? zh : en);
  const counts = shown.map((machine) => {
    const edges = edgesOf(machine);
    const ways = edges.filter(({ to }) => to !== null).length;
    const guards = new Set(edges.flatMap(({ guard }) => guard ?? [])).size;
    const name = `[\`${machine.name}\`](#${machine.name})`;
    return `| ${name} | ${cell(titleOf(machine, lang))} | ${Object.keys(machine.states).length} | ${ways} | ${edges.length - ways} | ${guards} |`;
  });
  const parts = [
    t('# 流程图', '# The machines'),
    t(
      '这些图和表直接取自代码里的流程表，由 `npm run -s docs:machines` 生成；与代码不一致时测试不通过。单独一张图：`linli windows draw 名称`。',
      'These pictures and tables are taken from the tables in the code by `npm run -s docs:machines`; a test fails where they differ. One picture alone: `linli windows draw NAME`.',
    ),
    t(
      '读法：黑点是开始，双框是到此结束，箭头旁写着发生了什么，方括号里是要满足的条件，虚线是到时自己走的路。框里的小字是发生以后可能仍留在这里的事。从四分之三以上的状态都通向同一个结束的路，只从虚点框画一次。被拒绝的事不画，列在表里；哪里都没有列出的事一律拒绝，不改变任何内容。',
      'How to read them: the black dot is the beginning, a double frame the end; an arrow says what happened, brackets what has to hold, and a dashed arrow is taken when the time comes. Small words in a frame are events after which it may stay there. What leads to the same end from three in four of the states is drawn once, from a dotted frame. What is refused is not drawn but stands in a table; whatever stands nowhere is refused too, and changes nothing.',
    ),
    table(
      [
        t('名称', 'name'),
        t('说明', 'what it is'),
        t('状态', 'states'),
        t('走法', 'ways'),
        t('拒绝', 'refusals'),
        t('条件', 'guards'),
      ],
      counts,
    ),
    ...shown.flatMap((machine) => chapter(machine, lang)),
  ];
  return `${parts.join('\n\n')}\n`;
}

function chapter(machine: Drawable, lang: Lang): readonly string[] {
  const t = (zh: string, en: string): string => (lang === 'zh' ? zh : en);
  const words = machineWords[machine.name];
  if (words === undefined) throw new Error(`${machine.name} has no paragraph in .repo/machine-words.ts`);
  const title = titleOf(machine, lang);
  const edges = saidEdges(machine, lang);
  const ways = rowsOf(
    edges.filter(({ to }) => to !== null),
    lang,
  );
  const refused = rowsOf(
    edges.filter(({ to }) => to === null),
    lang,
  );
  const besides = eventsBesides(machine, lang);
  return [
    `<a id="${machine.name}"></a>`,
    `## ${title} (\`${machine.name}\`)`,
    words[lang],
    `![${title}](pictures/machines/${pictureName(machine.name, lang)})`,
    `<details><summary>Mermaid</summary>\n\n\`\`\`mermaid\n${mermaidOf(machine, lang)}\`\`\`\n\n</details>`,
    table(
      [t('状态', 'state'), t('发生了什么', 'what happens'), t('条件', 'what holds'), t('走到', 'leads to'), t('为什么', 'why')],
      ways,
    ),
    ...(refused.length === 0
      ? []
      : [
          t('有话可说的拒绝：', 'Refused with words of its own:'),
          table([t('状态', 'state'), t('什么事', 'event'), t('条件', 'what holds'), t('为什么', 'why')], refused),
        ]),
    ...(besides.length === 0
      ? []
      : [
          t(
            `还收下面这些事；它们不按上表走，而在流程内部处理：${besides.join('、')}。`,
            `It also takes these events, which do not follow the table but are dealt with inside: ${besides.join(', ')}.`,
          ),
        ]),
  ];
}

/** Rows that differ only in their state stand together. */
function rowsOf(edges: readonly SaidEdge[], lang: Lang): readonly string[] {
  const same = Map.groupBy(edges, ({ event, guard, to, because }) => JSON.stringify([event, guard, to, because]));
  return [...same.values()].map((group) => {
    const [{ event, guard, to, because }] = group as [SaidEdge];
    const states = group.map(({ from }) => from).join(lang === 'zh' ? '、' : ', ');
    return row(states, event, guard, ...(to === null ? [] : [to]), because);
  });
}

/** Events that have words but stand in no state of the table. */
function eventsBesides(machine: Drawable, lang: Lang): readonly string[] {
  const stem = `${machine.name}-event/`;
  const listed = new Set(edgesOf(machine).map(({ event }) => stem + event));
  return Object.entries(machine.texts).flatMap(([code, text]) =>
    code.startsWith(stem) && !listed.has(code) ? [text[lang]] : [],
  );
}

if (import.meta.main) {
  await rm(join(root, pictureFolder), { recursive: true, force: true });
  await mkdir(join(root, pictureFolder), { recursive: true });
  for (const [path, text] of await machineFiles(machines)) await writeFile(join(root, path), text);
}
