import { type Reason, type Yes, yes } from '@linli/model';
import type * as z from 'zod';
import { contradictions } from './contradictions.ts';
import type { Issue, ProblemCode } from './issue.ts';
import { expandRepeats } from './repeat.ts';
import { type Problem, type ProblemParts, ProblemSource } from './schema.ts';
import { compileTravel } from './travel.ts';

/** A reason with the way to its place in the input; `data.path` is the same in one word. */
export interface ProblemReason extends Reason<ProblemCode> {
  readonly path: readonly (string | number)[];
}

export type ParsedProblem =
  | Yes<Problem, ProblemCode>
  | { readonly ok: false; readonly reasons: readonly [ProblemReason, ...ProblemReason[]] };

const MOST_ISSUES = 100;

/** Reads a problem from outside. A "no" names each fault with its place in the input, at most 100 of them. Never throws. */
export function parseProblem(input: unknown): ParsedProblem {
  try {
    const issues: Issue[] = [];
    const tell = (issue: Issue): void => {
      if (issues.length < MOST_ISSUES) issues.push(issue);
    };
    const { success, data, error } = ProblemSource.safeParse(input);
    if (!success) for (const issue of error.issues) for (const found of issuesOf(issue, input)) tell(found);
    const problem = success ? assemble(data, tell) : undefined;
    return problem === undefined || issues.length > 0 ? refusal(issues) : yes(problem);
  } catch {
    // A getter of the input's own may throw anything.
    return refusal([{ path: [], code: 'problem/unreadable' }]);
  }
}

function assemble({ travel, ...rest }: ProblemSource, tell: (issue: Issue) => void): Problem {
  const { visits, origins, spacings } = expandRepeats(rest.visits, tell);
  const compiled = compileTravel(travel, tell);
  const parts: ProblemParts = { ...rest, visits, spacings: [...rest.spacings, ...spacings], travel: compiled };
  contradictions(parts, origins, tell);
  return parts as Problem;
}

function refusal(issues: readonly Issue[]): ParsedProblem {
  const [first, ...others] = issues.map(
    ({ path, code, data }): ProblemReason => ({ code, path, data: { path: path.map(String).join('.') || '.', ...data } }),
  );
  return { ok: false, reasons: [first!, ...others] };
}

function issuesOf(issue: z.core.$ZodIssue, input: unknown): Issue[] {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((field) => ({ path, code: 'problem/unknown-field', data: { field } }));
    case 'too_small':
      return [{ path, code: 'problem/too-small', data: { least: Number(issue.minimum) } }];
    case 'too_big':
      return issue.origin === 'array'
        ? [{ path, code: 'problem/too-many', data: { most: Number(issue.maximum) } }]
        : [{ path, code: 'problem/too-large', data: { most: Number(issue.maximum) } }];
    case 'invalid_value':
      return [{ path, code: 'problem/not-one-of', data: { allowed: issue.values.map(String).join(', ') } }];
    case 'invalid_format':
      return [{ path, code: 'problem/reserved-id' }];
    case 'invalid_union':
      return [{ path, code: 'problem/not-one-of', data: { allowed: 'matrix, coordinates, adjacency, function' } }];
    case 'invalid_type':
      return [
        valueAt(input, path) === undefined
          ? { path, code: 'problem/missing' }
          : { path, code: 'problem/wrong-kind', data: { expected: issue.expected } },
      ];
    default:
      return [{ path, code: 'problem/wrong-kind', data: { expected: issue.code } }];
  }
}

const valueAt = (input: unknown, path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((value, step) => (value as Record<string | number, unknown> | null | undefined)?.[step], input);
