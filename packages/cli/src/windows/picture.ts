import { Fault, type Lang } from '@linli/model';
import { type Drawable, dotOf, narrate, titleOf } from '@linli/windows';
import type { Viz } from '@viz-js/viz';

let loaded: Promise<Viz> | undefined;

/** Loaded when something is drawn: a megabyte that no other command needs. */
function graphviz(): Promise<Viz> {
  loaded ??= import('@viz-js/viz').then(({ instance }) => instance());
  return loaded;
}

/** As system fonts stand on the usual machines; Chinese ones behind those that have Latin letters only. */
const fonts = '"Noto Sans","Noto Sans CJK SC","PingFang SC","Microsoft YaHei","WenQuanYi Micro Hei",sans-serif';

/**
 * A process as a whole SVG document that needs nothing from outside: system fonts, a title, and the ways in words for those
 * who cannot see it. The same process and the same Graphviz give the same bytes.
 */
export async function pictureOf(drawable: Drawable, lang: Lang): Promise<string> {
  const drawn = (await graphviz()).render(dotOf(drawable, lang), { format: 'svg' });
  // Warnings are about fonts it has no measures for; `dotOf` says how wide each text is.
  if (drawn.status === 'failure') {
    const [problem] = drawn.errors.filter(({ level }) => level === 'error');
    throw new Fault('picture/not-drawn', problem?.message ?? `Graphviz could not draw ${drawable.name}`);
  }
  const name = `machine-${drawable.name}`;
  const [, width, height] = /<svg width="([\d.]+)pt" height="([\d.]+)pt"/.exec(drawn.output) ?? [];
  const body = drawn.output
    .slice(drawn.output.indexOf('<g id="graph0"'))
    // Names of our own for nodes and arrows, which a browser would show as hints.
    .replace(/^<title>.*<\/title>\n/gm, '')
    .replace(/^<!--.*-->\n/gm, '')
    .replace(/ (id|font-family|xml:space)="[^"]*"/g, '');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="${name}-title ${name}-desc" lang="${lang === 'zh' ? 'zh-CN' : lang}">
<title id="${name}-title">${escaped(titleOf(drawable, lang))}</title>
<desc id="${name}-desc">${escaped(narrate(drawable, lang))}</desc>
<style>text{font-family:${fonts}}.words text{paint-order:stroke;stroke:#ffffff;stroke-width:3px;stroke-linejoin:round}</style>
${wordsAbove(body)}`;
}

/** Words of arrows above all lines, so that no arrow goes through what another one says. */
function wordsAbove(body: string): string {
  const arrows = /<g class="edge">[\s\S]*?<\/g>/g;
  const words = [...body.matchAll(arrows)].flatMap(([arrow]) => arrow.match(/<text.*\n/g) ?? []).join('');
  const lines = body.replace(arrows, (arrow) => arrow.replace(/<text.*\n/g, ''));
  const end = lines.lastIndexOf('</g>');
  return `${lines.slice(0, end)}<g class="words">\n${words}</g>\n${lines.slice(end)}`;
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);
