import * as z from 'zod';
import { ProblemData } from './input/schema.ts';

export type { ProblemCode } from './input/issue.ts';
export { type ParsedProblem, type ProblemReason, parseProblem } from './input/parse.ts';
export { Plan } from './input/plan-schema.ts';
export type {
  Helper,
  Link,
  Problem,
  ProblemInput,
  ProblemParts,
  ProblemSource,
  Spacing,
  Visit,
  Weights,
} from './input/schema.ts';

/** The JSON Schema of a problem as a file can hold it, for editors and other languages. Ways as a function have none. */
export const problemJsonSchema = (): z.core.JSONSchema.JSONSchema => z.toJSONSchema(ProblemData, { io: 'input' });
