import * as z from 'zod';

export const Lang = z.enum(['zh', 'en']);
export type Lang = z.infer<typeof Lang>;

/** The same thing said in both languages. */
export const Text = z.strictObject({ zh: z.string(), en: z.string() }).readonly();
export interface Text extends z.infer<typeof Text> {}
