import * as z from 'zod';

/** Why something ended or went back: a code of the community's list. Never prose, so nothing confidential stands in it. */
export const Why = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/);
