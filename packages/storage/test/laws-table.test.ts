import { readFileSync } from 'node:fs';
import { laws } from '@linli/storage/conformance';
import { expect, it } from 'vitest';
import { lawsTable } from './laws-table.ts';
import { zoo } from './zoo/zoo.ts';

const page = readFileSync(new URL('../../../docs/storage-laws.md', import.meta.url), 'utf8');

it('docs/storage-laws.md holds the table of the laws and of what each is shown to catch', () => {
  expect(page).toContain(lawsTable());
});

it('the seventeen bugs that were planted without a look at the kit are in the zoo, each with a law that says it', () => {
  const listed = [...page.matchAll(/^\| (\d+) \| .* \| (.*) \| (.*) \|$/gm)].map(([, , bug, law]) => ({ bug, law }));
  expect(listed).toHaveLength(17);
  for (const { bug, law } of listed) {
    expect(
      zoo.some((animal) => animal.bug === bug && animal.law === law),
      `${law}: ${bug}`,
    ).toBe(true);
    expect(laws.some(({ id }) => id === law)).toBe(true);
  }
});
