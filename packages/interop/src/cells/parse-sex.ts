import type { Sex } from '@linli/model';

const words = new Map<string, Sex>([
  ['女', 'female'],
  ['女性', 'female'],
  ['f', 'female'],
  ['female', 'female'],
  ['男', 'male'],
  ['男性', 'male'],
  ['m', 'male'],
  ['male', 'male'],
]);

export const parseSex = (text: string): Sex | undefined => words.get(text.normalize('NFKC').trim().toLowerCase());
