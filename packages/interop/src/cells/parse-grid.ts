import { fold, type Words } from '../recognise/fold.ts';
import { parseNumber } from './parse-number.ts';

const number = '([0-9]{1,4}|[〇零一二三四五六七八九十]{1,4})';
const noun = '(?:网格|片区|片|格|区|组|小组|grid|g|area|block|zone|sector|no\\.?)';
const before = new RegExp(`^第?${number}号?${noun}?$`, 'u');
const after = new RegExp(`^${noun}[-_#第.]?${number}号?$`, 'u');

/** The number of a grid: `第一网格`, `01网格`, `网格(三)`, `G-1`, `1`, or a word of the community's own. */
export function parseGrid(text: string, words: Words<number> = new Map()): number | undefined {
  const folded = fold(text);
  const own = words.get(folded);
  if (own !== undefined) return own;
  const bare = folded.replace(/[()[\]【】]/gu, '');
  const digits = (before.exec(bare) ?? after.exec(bare))?.[1];
  const grid = digits === undefined ? undefined : parseNumber(digits);
  return grid === undefined || grid === 0 ? undefined : grid;
}
