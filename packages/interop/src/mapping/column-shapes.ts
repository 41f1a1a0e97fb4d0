import { isPlaceName } from '../cells/is-place-name.ts';
import { parseAddress, parseBuilding } from '../cells/parse-address.ts';
import { parseAvailability } from '../cells/parse-availability.ts';
import { parseBirth } from '../cells/parse-birth.ts';
import { parseContact } from '../cells/parse-contact.ts';
import { parseDate } from '../cells/parse-date.ts';
import { parseFlag } from '../cells/parse-flag.ts';
import { parseGrid } from '../cells/parse-grid.ts';
import { parseIdentity } from '../cells/parse-identity.ts';
import { parseName } from '../cells/parse-name.ts';
import { parseOrder } from '../cells/parse-order.ts';
import { parsePhones } from '../cells/parse-phone.ts';
import { parseSex } from '../cells/parse-sex.ts';
import { parseWallTime } from '../cells/parse-wall-time.ts';
import { splitList } from '../cells/split-list.ts';
import { fold, longestWordIn, type Words } from '../recognise/fold.ts';
import type { Context } from '../sheets/context.ts';
import { type Cell, cellText } from '../workbook/cell.ts';

/** Names already read off the roster and the list of helpers: they tell who a column of names is about. */
export interface KnownNames {
  readonly residents: ReadonlySet<string>;
  readonly helpers: ReadonlySet<string>;
}

const testsOf = (context: Context, names: KnownNames) =>
  ({
    identity: (cell) => /^\d{17}[\dXx]$/.test(plain(cell)) && parseIdentity(cell, null).ok,
    phone: (cell) => (parsePhones(cellText(cell))?.length ?? 0) > 0,
    contact: (cell) => hasNameAndPhone(cellText(cell)),
    address: (cell) => parseAddress(cellText(cell)) !== undefined,
    building: (cell) => /\D/.test(plain(cell)) && parseBuilding(cellText(cell)) !== undefined,
    birth: (cell) => isBirth(cell),
    date: (cell) => parseDate(cell, null) !== undefined,
    time: (cell) => parseWallTime(cell) !== undefined,
    availability: (cell) => parseAvailability(cellText(cell), context.dayparts) !== undefined,
    sex: (cell) => parseSex(cellText(cell)) !== undefined,
    role: (cell) => has(context.roles, cell),
    duty: (cell) => has(context.duties, cell),
    cadence: (cell) => has(context.cadences, cell),
    outcome: (cell) => has(context.outcomes, cell),
    selfCare: (cell) => has(context.selfCare, cell),
    evidence: (cell) => pieces(cell).every((piece) => has(context.evidence, piece)),
    skills: (cell) => pieces(cell).every((piece) => has(context.skills, piece)),
    hardship: (cell) => pieces(cell).some((piece) => longestWordIn(context.hardship, piece) !== undefined),
    living: (cell) => longestWordIn(context.living, cellText(cell)) !== undefined,
    service: (cell) => longestWordIn(context.services, cellText(cell)) !== undefined,
    order: (cell) => parseOrder(cellText(cell)).some(({ unit }) => unit !== null),
    flag: (cell) => typeof parseFlag(cellText(cell)) === 'boolean',
    grid: (cell) => /\D/.test(plain(cell)) && parseGrid(cellText(cell), context.grids) !== undefined,
    gridWord: (cell) => /(?:片|片区|网格|区|组|格)$/u.test(plain(cell)) && plain(cell).length <= 8,
    hours: (cell) => /^\d{1,2}(?:\.\d)?$/.test(plain(cell)),
    residentName: (cell) => isAmong(names.residents, cell) || context.publicBeneficiary.has(fold(cellText(cell))),
    helperName: (cell) => isAmong(names.helpers, cell),
    name: (cell) =>
      (/^\p{Script=Han}{2,4}$/u.test(parseName(cellText(cell))) && !isPlaceName(cellText(cell))) ||
      /^[A-Z][a-z]+(?: [A-Z][a-z]+)+$/u.test(cellText(cell)),
    placeName: (cell) => isPlaceName(cellText(cell)),
    place: (cell) => /[路街道巷弄号栋楼幢层]|\d[^\d:]*\p{L}|\p{L}[^\d:]*\d/u.test(plain(cell)) && !plain(cell).includes(':'),
    health: (cell) => healthWords.test(plain(cell)),
    word: (cell) => /^\p{L}{2,8}$/u.test(plain(cell)),
    letters: (cell) => /^[\p{L}\p{M}·.'’() -]{1,40}$/u.test(cellText(cell).normalize('NFKC')),
  }) satisfies Record<string, (cell: Cell) => boolean>;

/** What the values of a column can be read as. */
export type Shape = keyof ReturnType<typeof testsOf>;

const healthWords =
  /血压|血糖|糖尿|冠心|心脏|过敏|中风|脑梗|哮喘|关节|白内障|痛风|肾|无糖|低盐|忌|diabet|hypertens|allerg|asthma|arthrit/u;

const sampleSize = 200;

/** The share of filled cells, in permille, that read as each shape; an empty column has no shares. */
export function columnShapes(cells: readonly Cell[], context: Context, names: KnownNames): ReadonlyMap<Shape, number> {
  const values = cells.filter((cell) => cellText(cell) !== '').slice(0, sampleSize);
  const tests = testsOf(context, names);
  if (values.length === 0) return new Map();
  const share = (shape: Shape): number => Math.floor((values.filter(tests[shape]).length * 1000) / values.length);
  return new Map((Object.keys(tests) as Shape[]).map((shape) => [shape, share(shape)]));
}

const plain = (cell: Cell): string => fold(cellText(cell));
const has = <Code>(words: Words<Code>, cell: Cell): boolean => words.has(plain(cell));
const pieces = (cell: Cell): readonly string[] => splitList(cellText(cell));
const isAmong = (names: ReadonlySet<string>, cell: Cell): boolean => names.has(parseName(cellText(cell)));

function hasNameAndPhone(text: string): boolean {
  const contact = parseContact(text);
  return contact !== undefined && contact.name !== '' && contact.phone !== null;
}

/** A bare small number may be anything, so an age counts only where it is called one. */
function isBirth(cell: Cell): boolean {
  if (!/\d{4}|年|岁/u.test(plain(cell))) return false;
  const birth = parseBirth(cell, null);
  return birth.ok || birth.reasons[0].code === 'birth/no-reference';
}
