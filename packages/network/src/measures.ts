import type { LocalDate, PersonId } from '@linli/model';
import { bridgeHelpers } from './bridge-helpers.ts';
import { type Network, residentsHelped } from './build-network.ts';
import type { CareTemplate } from './care-template.ts';
import { compareIds } from './compare-ids.ts';
import { isolatedResidents } from './isolated-residents.ts';
import { isCovered, type Need, needsOf } from './needs-of.ts';
import { type SinglePoint, singlePoints } from './single-points.ts';

/** How many of the needs are met. The share is rounded down, so 1000 means all; null where nothing is needed. */
export interface Coverage {
  readonly needed: number;
  readonly covered: number;
  readonly sharePermille: number | null;
  /** In order of id. */
  readonly uncoveredResidentIds: readonly PersonId[];
}

/** Which roles are paid posts and which are neighbourly. A role in neither list is counted as unclassified, never guessed. */
export interface RoleKinds {
  readonly formal: readonly string[];
  readonly informal: readonly string[];
}

/** What a network looks like on one day, in numbers with the names behind them. */
export interface Measures {
  readonly on: LocalDate;
  /** M-01, in the template's order. A need is covered when `atLeast` different helpers hold it. */
  readonly duties: readonly (Coverage & { readonly duty: string })[];
  /** M-11, by grid; null (not known) comes last. Every duty of every resident counts as one need. */
  readonly grids: readonly (Coverage & { readonly grid: number | null })[];
  /** M-02, most residents first. */
  readonly singlePoints: readonly SinglePoint[];
  /** M-03, in order of id. */
  readonly bridgeHelperIds: readonly PersonId[];
  /** M-07, most ties first. `giniPermille`: 0 all carry the same, towards 1000 one carries it all; helpers without a tie count. */
  readonly load: {
    readonly helpers: readonly { readonly helperId: PersonId; readonly ties: number; readonly residents: number }[];
    readonly giniPermille: number;
  };
  /** M-08, ties by the kind of role; the share is of the classified ones, null where there are none. */
  readonly support: {
    readonly formal: number;
    readonly informal: number;
    readonly unclassified: number;
    readonly formalPermille: number | null;
  };
  /** Residents who are owed contact and have none at all, in order of id. */
  readonly isolatedResidentIds: readonly PersonId[];
}

/** All measures on the day `on`. The order of the records that made the network changes nothing. */
export function measures(
  network: Network,
  template: CareTemplate,
  on: LocalDate,
  roles: RoleKinds = { formal: [], informal: [] },
): Measures {
  const needs = needsOf(network, template, on);
  return {
    on,
    duties: template.duties.map(({ code }) => ({ duty: code, ...coverageOf(needs.filter(({ duty }) => duty.code === code)) })),
    grids: gridsOf(network).map((grid) => ({ grid, ...coverageOf(needs.filter(({ resident }) => resident.grid === grid)) })),
    singlePoints: singlePoints(needs),
    bridgeHelperIds: bridgeHelpers(network),
    load: loadOf(network),
    support: supportOf(network, roles),
    isolatedResidentIds: isolatedResidents(network, needs),
  };
}

function coverageOf(needs: readonly Need[]): Coverage {
  const uncovered = needs.filter((need) => !isCovered(need));
  const covered = needs.length - uncovered.length;
  return {
    needed: needs.length,
    covered,
    sharePermille: permille(covered, needs.length),
    uncoveredResidentIds: [...new Set(uncovered.map(({ resident }) => resident.id))],
  };
}

const permille = (part: number, whole: number): number | null => (whole === 0 ? null : Math.floor((part * 1000) / whole));

const gridsOf = ({ residents }: Network): (number | null)[] =>
  [...new Set([...residents.values()].map(({ grid }) => grid))].sort(
    (a, b) => (a ?? Number.POSITIVE_INFINITY) - (b ?? Number.POSITIVE_INFINITY),
  );

function loadOf(network: Network): Measures['load'] {
  const helpers = [...network.tiesFrom].map(([helperId, ties]) => ({
    helperId,
    ties: ties.length,
    residents: residentsHelped(network, helperId),
  }));
  helpers.sort((a, b) => b.ties - a.ties || compareIds(a.helperId, b.helperId));
  return { helpers, giniPermille: giniPermille(helpers.map(({ ties }) => ties)) };
}

/** Gini = (2 x sum of rank x value) / (n x sum) - (n + 1) / n, ranks from 1 upwards; whole numbers all the way to the last division. */
function giniPermille(values: readonly number[]): number {
  const sum = values.reduce((total, value) => total + value, 0);
  if (sum === 0) return 0;
  const count = values.length;
  const ranked = [...values].sort((a, b) => a - b).reduce((total, value, at) => total + (at + 1) * value, 0);
  return Math.floor((1000 * (2 * ranked - (count + 1) * sum)) / (count * sum));
}

function supportOf({ ties }: Network, roles: RoleKinds): Measures['support'] {
  const count = (kind: readonly string[]): number => ties.filter(({ role }) => kind.includes(role)).length;
  const formal = count(roles.formal);
  const informal = count(roles.informal.filter((role) => !roles.formal.includes(role)));
  return {
    formal,
    informal,
    unclassified: ties.length - formal - informal,
    formalPermille: permille(formal, formal + informal),
  };
}
