import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, Birth, instantAt, LocalDate, PersonId, ServiceRecord, WallTime, Zone } from '@linli/model';
import {
  AccountRules,
  CreditStandard,
  creditAll,
  ExchangeStandard,
  expiresAtOf,
  readCreditStandard,
  readPack,
  stepNames,
} from '@linli/timebank';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { root } from '../workspace.ts';

const pages = ['rule-packs.md', 'rule-packs.zh.md'] as const;
const textOf = (page: string): string => readFileSync(join(root, 'docs', page), 'utf8');
const fencesOf = (page: string, name: string): readonly string[] =>
  [...textOf(page).matchAll(new RegExp(`^\`\`\`${name}\\n(.*?)^\`\`\``, 'gms'))].map(([, body]) => body!);

/** Pieces of YAML in the text and its tables: steps, and parts of a section. */
const piecesOf = (page: string): readonly string[] => [
  ...new Set(
    [...textOf(page).matchAll(/`((?:\{ do: |(?:unit|credit|exchange|accounts|effective): \{)[^`]*)`/g)]
      .map(([, piece]) => piece!)
      .filter((piece) => !piece.includes('…')),
  ),
];

const whole = {
  ...{ format: 'linli-time-bank/2', id: 'test', edition: 1, effective: { from: '2026-01-01' } },
  ...{ name: { zh: '测试', en: 'test' }, source: { title: 'test', confidence: 'assumed' } },
  unit: { asset: 'second', scaleSeconds: 3600, words: { zh: '小时', en: 'hours' } },
  credit: { steps: [{ do: 'refuse-self' }] },
  exchange: {
    offers: [{ code: 'hour', words: { zh: '一小时', en: 'an hour' }, price: { hours: 1 } }],
    recipients: [{ kin: ['self'] }],
  },
};
interface Piece extends Readonly<Record<string, object>> {}

function packWith(piece: string): unknown {
  const written = parse(piece) as Piece & { readonly do?: string };
  if (written.do !== undefined) return { ...whole, credit: { steps: [written] } };
  const [[section, fields] = ['', {}]] = Object.entries(written);
  return { ...whole, [section]: { ...(whole as unknown as Piece)[section], ...fields } };
}

describe.each(pages)('docs/%s', (page) => {
  it.each(fencesOf(page, 'yaml').map((body) => [/^id: (.*)$/m.exec(body)?.[1], body]))('the pack %s is read', (_, body) => {
    expect(readPack(parse(body!))).toMatchObject({ ok: true });
  });

  it.each(piecesOf(page))('%s', (piece) => {
    expect(readPack(packWith(piece))).toMatchObject({ ok: true });
  });

  it('has every axis, every step, and every field of a section', () => {
    const text = textOf(page);
    for (let axis = 1; axis <= 40; axis += 1)
      expect(text.includes(`| R-${String(axis).padStart(2, '0')} `), String(axis)).toBe(true);
    for (const name of stepNames) expect(text.includes(`do: ${name}`), name).toBe(true);
    const sections = [CreditStandard, ExchangeStandard, AccountRules];
    for (const field of sections.flatMap((section) => Object.keys(section.unwrap().shape))) {
      expect(text.includes(`${field}:`), field).toBe(true);
    }
  });

  it('shows a file of services that is JSON', () => {
    for (const body of fencesOf(page, 'json')) expect(() => JSON.parse(body)).not.toThrow();
  });
});

it('both pages show the same YAML, table rows and all', () => {
  const [english, chinese] = pages.map((page) => ({
    pieces: piecesOf(page),
    rows: textOf(page).match(/^\| R-\d\d/gm),
    packs: fencesOf(page, 'yaml').map((body) => ({ ...parse(body), source: null, name: null })),
  }));
  expect(chinese).toEqual(english);
  expect(english!.pieces.length).toBeGreaterThan(70);
});

const folder = join(root, 'examples', 'rule-packs');
describe('examples/rule-packs', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  const packOf = (name: string) => {
    const reading = readPack(parse(readFileSync(join(folder, name), 'utf8')));
    if (!reading.ok) throw new Error(JSON.stringify(reading.reasons));
    return reading.value;
  };
  it.each(files)('%s is read and bears its own id', (name) => {
    expect(`${packOf(name).id}.yaml`).toBe(name);
  });

  const zone = Zone.parse('Asia/Tokyo');
  const helperId = PersonId.parse('p-1');
  const day = (date: string, times: readonly (readonly [string, string])[]) =>
    times.map(([from, until], index) =>
      ServiceRecord.parse({
        id: `s-${date}-${index}`,
        ...{ helperId, category: 'care.meal', beneficiary: { kind: 'public' }, evidence: [] },
        from: instantAt(LocalDate.parse(date), WallTime.parse(from), zone),
        until: instantAt(LocalDate.parse(date), WallTime.parse(until), zone),
      }),
    );
  const earns = (name: string, services: readonly ServiceRecord[], born = '1950-01-01') => {
    const from = LocalDate.parse(born);
    const birth = Birth.parse({ from, until: addDays(from, 1), precision: 'day' });
    const people = new Map([[helperId, { sex: null, birth, marks: ['resident', 'trained'] }]]);
    const decisions = creditAll(services, packOf(name).credit!, people, zone);
    return decisions.map((one) => (one.ok ? one.value.units : one.reasons[0].code));
  };

  it('jp-yokohama: 29 minutes are none, 30 are 200, a second visit that day is none; good until the end of the next year', () => {
    expect(earns('jp-yokohama.yaml', day('2026-06-01', [['09:00', '09:29']]))).toEqual(['service/too-short']);
    const visits = day('2026-06-01', [
      ['09:00', '09:30'],
      ['14:00', '17:00'],
    ]);
    expect(earns('jp-yokohama.yaml', visits)).toEqual([200, 0]);
    const earned = instantAt(LocalDate.parse('2026-02-01'), WallTime.parse('09:00'), zone);
    const ends = instantAt(LocalDate.parse('2028-01-01'), WallTime.parse('00:00'), zone);
    expect(expiresAtOf(packOf('jp-yokohama.yaml').accounts, earned, zone)).toBe(ends);
  });

  it('kr-seoul-2022: a minute is 1; 13 is too young, 14 is not', () => {
    const half = day('2026-06-01', [['09:00', '09:30']]);
    expect(earns('kr-seoul-2022.yaml', half)).toEqual([30]);
    expect(earns('kr-seoul-2022.yaml', half, '2012-06-02')).toEqual(['helper/too-young']);
    expect(earns('kr-seoul-2022.yaml', half, '2012-06-01')).toEqual([30]);
  });

  it('us-norcal: 52 minutes are an hour, 1 h 10 is 1.25', () => {
    const two = [...day('2026-06-01', [['09:00', '09:52']]), ...day('2026-06-02', [['09:00', '10:10']])];
    expect(earns('us-norcal.yaml', two)).toEqual([3600, 4500]);
  });

  it('the order of two steps is 60 minutes or 45, as the pages say', () => {
    const rate = { do: 'rate', otherwise: 1.5 };
    const round = { do: 'round', to: { minutes: 30 }, mode: 'down' };
    const minutes = [
      [rate, round],
      [round, rate],
    ].map((steps) => {
      const { exchange: _, credit: __, ...head } = whole;
      const reading = readCreditStandard({ ...head, format: 'linli-credit-standard/2', steps });
      if (!reading.ok) throw new Error();
      const [decision] = creditAll(day('2026-06-01', [['09:00', '09:50']]), reading.value, new Map([[helperId, {}]]), zone);
      return decision?.ok ? decision.value.units / 60 : 0;
    });
    expect(minutes).toEqual([60, 45]);
  });

  it('R-11: what a factor takes off for the pool is the pool’s to the second', () => {
    const { exchange: _, credit: __, ...head } = whole;
    const steps = [{ do: 'multiply', times: 0.9, overflow: 'pool' }];
    const reading = readCreditStandard({ ...head, format: 'linli-credit-standard/2', steps });
    if (!reading.ok) throw new Error();
    const [decision] = creditAll(day('2026-06-01', [['09:00', '09:50']]), reading.value, new Map([[helperId, {}]]), zone);
    expect(decision).toMatchObject({ ok: true, value: { units: 2700, poolUnits: 300 } });
  });
});
