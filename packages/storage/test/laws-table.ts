import { laws } from '@linli/storage/conformance';
import { zoo } from './zoo/zoo.ts';

const cell = (text: string): string => text.replaceAll('|', '\\|');

/** Every law with its sentence and the planted bugs that it is shown to catch, as a table in Markdown. */
export function lawsTable(): string {
  const rows = laws.map(({ id, says, needs = '', asks = [] }) => {
    const made = zoo.filter(({ law }) => law === id).map(({ bug }) => `**${bug}**`);
    const also = zoo.filter(({ also: others }) => others.includes(id)).map(({ bug }) => bug);
    const asked = [needs, ...asks].filter((word) => word !== '').map((word) => `\`${word}\``);
    return `| ${id} | ${cell(says.en)} ${cell(says.zh)} | ${asked.join(', ')} | ${cell([...made, ...also].join('; '))} |`;
  });
  return ['| law | what it says | asked where | catches the driver that |', '|---|---|---|---|', ...rows].join('\n');
}
