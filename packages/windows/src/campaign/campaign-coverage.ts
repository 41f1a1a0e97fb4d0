import type { PersonId } from '@linli/model';
import type { CampaignFacts, Try, TryOutcome } from './campaign-types.ts';

/** Where one person stands with one channel, or with all of them. */
export type Standing = 'never-tried' | 'tried' | 'unknown' | 'refused' | 'reached';

/** Reached once is reached; refusing outweighs not knowing, and not knowing outweighs having tried in vain. */
const WEIGHT: Readonly<Record<TryOutcome, number>> = { 'no-answer': 1, unknown: 2, refused: 3, reached: 4 };
const STANDINGS: readonly Standing[] = ['never-tried', 'tried', 'unknown', 'refused', 'reached'];

const standingOf = (tries: readonly Try[], channel: string | null): Standing =>
  STANDINGS[Math.max(0, ...tries.filter((each) => channel === null || each.channel === channel).map(weightOf))]!;
const weightOf = ({ outcome }: Try): number => WEIGHT[outcome];

/** Where one person stands; `channel` null: with all channels together. */
export const campaignStanding = (
  { tries }: CampaignFacts,
  { personId, channel }: { readonly personId: PersonId; readonly channel: string | null },
): Standing =>
  standingOf(
    tries.filter((each) => each.personId === personId),
    channel,
  );

/** Whole counts of people. The five standings add up to `eligible`. */
export interface CoverageRow {
  /** Null: by any channel. */
  readonly channel: string | null;
  readonly eligible: number;
  readonly standings: Readonly<Record<Standing, number>>;
  /** reached / eligible in whole permille, rounded down, so that 1000 means everybody; null where nobody is eligible. */
  readonly reachedPermille: number | null;
}

export interface CampaignCoverage {
  /** Everybody together: by any channel, then by each in the order of the definition. */
  readonly all: readonly CoverageRow[];
  /** The same for each grid, in ascending order; `grid` null, those whose grid nobody knows, stands last and apart. */
  readonly grids: readonly { readonly grid: number | null; readonly rows: readonly CoverageRow[] }[];
}

/** How far a campaign has come, now or after its end. Whoever was taken off the list is not eligible and not counted. */
export function campaignCoverage(facts: CampaignFacts): CampaignCoverage {
  const triesOf = Map.groupBy(facts.tries, ({ personId }) => personId);
  const channels = [null, ...facts.definition.channels.map(({ id }) => id)];
  const rowsOf = (personIds: readonly PersonId[]): readonly CoverageRow[] =>
    channels.map((channel) => {
      const standings = { 'never-tried': 0, tried: 0, unknown: 0, refused: 0, reached: 0 };
      for (const personId of personIds) standings[standingOf(triesOf.get(personId) ?? [], channel)] += 1;
      const eligible = personIds.length;
      const reachedPermille = eligible === 0 ? null : Math.floor((standings.reached * 1000) / eligible);
      return { channel, eligible, standings, reachedPermille };
    });
  const inGrid = Map.groupBy(facts.people, ({ grid }) => grid);
  const grids = [...inGrid.keys()].sort((a, b) => (a ?? Number.POSITIVE_INFINITY) - (b ?? Number.POSITIVE_INFINITY));
  return {
    all: rowsOf(facts.people.map(({ personId }) => personId)),
    grids: grids.map((grid) => ({ grid, rows: rowsOf(inGrid.get(grid)!.map(({ personId }) => personId)) })),
  };
}
