import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { definitionFormats, duowen2020, duowenLadder } from '@linli/windows';
import { describe, expect, it } from 'vitest';
import { inFolder, linli } from './terminal.ts';

const ladder = JSON.stringify(duowenLadder, null, 2);
const cadence = 'format: linli-cadence/1\nid: knock\nname: { zh: 敲门, en: Knock }\ncadence: daily\nweek: rolling\n';

describe('linli windows check', () => {
  it('reads every kind by its format, YAML or JSON', () =>
    inFolder(async (cwd) => {
      await writeFile(join(cwd, 'ladder.json'), ladder);
      await writeFile(join(cwd, 'knock.yaml'), cadence);
      await writeFile(join(cwd, 'cycle.json'), JSON.stringify(duowen2020));
      const { exitCode, out, err } = await linli(
        ['windows', 'check', 'ladder.json', 'knock.yaml', 'cycle.json', '--lang', 'en'],
        { cwd },
      );
      expect([exitCode, err]).toEqual([0, '']);
      expect(out.split('\n').map((line) => line.split('  ').slice(0, 3))).toEqual([
        ['ladder.json', 'linli-ladder/1', 'duowen-ladder 1'],
        ['knock.yaml', 'linli-cadence/1', 'knock'],
        ['cycle.json', 'linli-cycle/1', 'duowen-2020 1'],
        [''],
      ]);
      const { definitions } = JSON.parse((await linli(['windows', 'check', 'cycle.json', '--json'], { cwd })).out);
      expect(definitions).toMatchObject([{ file: 'cycle.json', id: 'duowen-2020', edition: 1 }]);
    }));

  it('says every mistake of every file with line and column, in both languages', () =>
    inFolder(async (cwd) => {
      await writeFile(
        join(cwd, 'a.yaml'),
        ladder.replace('"quorum": 1', '"quorum": 5').replace('"people": 1', '"people": "many"'),
      );
      await writeFile(join(cwd, 'b.yaml'), ladder.replace('linli-ladder/1', 'linli-lader/1'));
      const { exitCode, out } = await linli(['windows', 'check', 'a.yaml', 'b.yaml', '--json'], { cwd });
      const { reasons } = JSON.parse(out);
      const lines = ladder.split('\n');
      const line = (text: string): number => lines.findIndex((each) => each.includes(text)) + 1;
      expect(exitCode).toBe(4);
      expect(reasons.map(({ data }: { data: object }) => data)).toMatchObject([
        { file: 'a.yaml', line: line('"people": 1'), mistake: 'definition/malformed', path: 'rungs.2.people' },
        { file: 'b.yaml', line: line('"format":'), mistake: 'definition/unknown-format', path: 'format' },
      ]);
      expect(reasons[0].zh).toMatch(/a\.yaml.*期望/);
      expect(reasons[0].en).toMatch(/a\.yaml.*expected/);
      // What does not fit together is said when the parts fit.
      await writeFile(join(cwd, 'c.yaml'), ladder.replace('"quorum": 1', '"quorum": 5'));
      const both = await linli(['windows', 'check', 'c.yaml'], { cwd });
      expect(both.err.trim().split('\n')).toHaveLength(2);
      expect(both.err).toContain(`c.yaml`);
      expect(both.err).toMatch(new RegExp(`\\b${line('"quorum": 1')}\\b`));
    }));

  it('a file that is not there, no file, and broken YAML are refused', () =>
    inFolder(async (cwd) => {
      expect((await linli(['windows', 'check', 'none.yaml'], { cwd })).exitCode).toBe(3);
      expect((await linli(['windows', 'check'], { cwd })).exitCode).toBe(2);
      await writeFile(join(cwd, 'bad.yaml'), 'format: [');
      expect((await linli(['windows', 'check', 'bad.yaml'], { cwd })).exitCode).toBe(4);
    }));
});

describe('linli windows schema', () => {
  it.each(definitionFormats)('%s', async (format) => {
    const { exitCode, out } = await linli(['windows', 'schema', format], { cwd: '.' });
    expect([exitCode, JSON.parse(out).type]).toEqual([0, 'object']);
    expect(out).toContain(`"const": "${format}"`);
  });

  it('takes the short name, and names the nearest where there is none', async () => {
    expect((await linli(['windows', 'schema', 'rota'], { cwd: '.' })).exitCode).toBe(0);
    const { exitCode, err } = await linli(['windows', 'schema', 'lader'], { cwd: '.' });
    expect(exitCode).toBe(2);
    expect(err).toContain('ladder');
  });
});
