import { interopTexts } from '@linli/interop';
import { duowenPolicy, duowenTemplate, networkTexts } from '@linli/network';
import { registryTexts } from '@linli/registry';
import { solverTexts } from '@linli/solver/texts';
import { timebankTexts } from '@linli/timebank';
import { duowen2020, windowsTexts } from '@linli/windows';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { communityTexts, parseRuleFile, type Rules, speakerOf } from '../src/index.ts';
import { duowenRules } from './small-community.ts';

let rules: Rules;
beforeAll(async () => {
  rules = await duowenRules();
});

describe('rule files', () => {
  it('the example agrees with the presets it was copied from', () => {
    expect(rules.careTemplate.duties.map(({ code, appliesTo, cadence, roles }) => ({ code, appliesTo, cadence, roles }))).toEqual(
      duowenTemplate.duties.map(({ code, appliesTo, cadence, roles }) => ({ code, appliesTo, cadence, roles })),
    );
    expect(rules.networkPolicy).toEqual(duowenPolicy);
    const times = ({ phases }: Rules['cycle']) =>
      phases.map(({ id, dayOffset, from, until, onDemand }) => ({ id, dayOffset, from, until, onDemand }));
    expect(times(rules.cycle)).toEqual(times(duowen2020));
  });

  const Schema = z.strictObject({ name: z.string(), list: z.array(z.strictObject({ size: z.int().positive() })) });

  it('points at the value, by line and column', () => {
    const text = 'name: x\nlist:\n  - { size: 1 }\n  - { size: -2 }\n';
    const parsed = parseRuleFile('a.yaml', text, Schema);
    expect(parsed.reasons[0]).toMatchObject({
      code: 'rules/invalid',
      data: { file: 'a.yaml', line: 4, column: 13, path: 'list.1.size' },
    });
  });

  it('points at the nearest value around something missing or too much', () => {
    expect(parseRuleFile('a.yaml', 'name: x\n', Schema).reasons[0]).toMatchObject({ data: { line: 1, path: 'list' } });
    const extra = parseRuleFile('a.yaml', 'name: x\nlist: []\nsize: 3\n', Schema);
    expect(extra.ok).toBe(false);
  });

  it('refuses what is no YAML, and an alias bomb', () => {
    expect(parseRuleFile('a.yaml', 'name: "x\nlist: []', Schema).reasons[0]).toMatchObject({
      code: 'rules/not-closed',
      data: { file: 'a.yaml' },
    });
    const bomb = `a: &a [x,x]\n${[...'bcdefgh'].map((name, index) => `${name}: &${name} [*${'abcdefg'[index]},*${'abcdefg'[index]}]`).join('\n')}\n`;
    expect(parseRuleFile('a.yaml', bomb, Schema).reasons[0]).toMatchObject({ code: 'rules/alias', data: { line: 2 } });
  });
});

describe('words', () => {
  it('one code means one thing: no two packages say different words for it', () => {
    const owners = new Map<string, string>();
    const tables = { interopTexts, networkTexts, registryTexts, solverTexts, timebankTexts, windowsTexts, communityTexts };
    for (const [owner, table] of Object.entries(tables)) {
      for (const code of Object.keys(table)) {
        expect(owners.get(code), `${code} of ${owner}`).toBeUndefined();
        owners.set(code, owner);
      }
    }
  });

  it("the community's own names stand in the reasons", () => {
    const said = speakerOf(rules).reason({ code: 'visit/no-skill', data: { skill: 'repair' } });
    expect(said.zh).toContain('维修');
    expect(said.en).toContain('repairs');
  });
});
