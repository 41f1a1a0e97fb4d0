import type { Living, LivingKind } from '@linli/model';
import { foldWords, longestWordIn, type Words } from '../recognise/fold.ts';
import { findDate } from './parse-date.ts';
import { splitList } from './split-list.ts';

const builtIn: Readonly<Record<string, LivingKind>> = {
  独居: 'alone',
  独自居住: 'alone',
  一人居住: 'alone',
  alone: 'alone',
  与配偶同住: 'couple',
  与老伴同住: 'couple',
  夫妻同住: 'couple',
  纯老家庭: 'couple',
  空巢: 'couple',
  couple: 'couple',
  spouse: 'couple',
  与子女同住: 'family',
  与家人同住: 'family',
  与儿子同住: 'family',
  与女儿同住: 'family',
  family: 'family',
  与保姆同住: 'carer',
  保姆: 'carer',
  护工: 'carer',
  carer: 'carer',
  养老院: 'institution',
  养老机构: 'institution',
  institution: 'institution',
};

/** The built-in words with the community's own on top. */
export const livingWords = (own?: Readonly<Record<string, LivingKind>>): Words<LivingKind> => foldWords(builtIn, own);

/** `与配偶同住，配偶住院，2026.11.02起独居`: each clause from the day it names, newest last. `unread` are clauses that fit no kind. */
export function parseLiving(text: string, words: Words<LivingKind>): { living: readonly Living[]; unread: readonly string[] } {
  const living: Living[] = [];
  const unread: string[] = [];
  for (const clause of splitList(text)) {
    const kind = longestWordIn(words, clause);
    if (kind === undefined) unread.push(clause);
    else living.push({ kind, from: findDate(clause) ?? null });
  }
  return {
    living: living.toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : Number((a.from ?? '') > (b.from ?? '')))),
    unread,
  };
}
