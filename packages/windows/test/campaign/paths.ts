import { Instant, PersonId } from '@linli/model';
import { campaign, newCampaign } from '../../src/campaign/campaign.ts';
import type { CampaignTypes } from '../../src/campaign/campaign-types.ts';
import { protectionTalks2020 } from '../../src/campaign/protection-talks-2020.ts';
import { at } from '../days.ts';
import type { AnyPlan, PathPlan } from '../paths.ts';

const until = at('2020-03-30 17:00');
const [an, bo, worker] = ['an', 'bo', 'worker'].map((id) => PersonId.parse(id)) as [PersonId, PersonId, PersonId];

const campaigns: PathPlan<CampaignTypes> = {
  process: campaign,
  facts: [[], [{ personId: an, grid: 1 }]].map((people) => newCampaign(protectionTalks2020, { people, until })),
  events: ({ state, facts, seen, at: last }) => {
    const stem = { id: `event-${seen.length}`, at: last ?? at('2020-03-30 09:00'), by: worker };
    const tried = { type: 'try', ...stem, channel: 'door', outcome: 'reached' } as const;
    const due = campaign.due(state, facts);
    return [
      ...[an, bo].flatMap((personId) => [
        { type: 'enlist', ...stem, personId, grid: null } as const,
        { type: 'withdraw', ...stem, personId, reason: 'moved away' } as const,
        { ...tried, personId },
        { ...tried, personId, channel: 'letter' },
      ]),
      { type: 'start', ...stem },
      { ...tried, personId: an, outcome: 'no-answer' },
      { type: 'correct', ...stem, tryId: facts.tries[0]?.id ?? 'none', outcome: 'reached' },
      { type: 'correct', ...stem, tryId: 'none', outcome: 'reached' },
      { type: 'close', ...stem, reason: null },
      { type: 'close', ...stem, reason: 'the leaflets are gone' },
      { type: 'carry', ...stem, toCampaignId: 'april' },
      { type: 'cancel', ...stem, reason: 'no leaflets' },
      ...(due === null ? [] : [-1, 0].map((plus) => ({ type: 'tick', id: 'tick', at: Instant.parse(due + plus) }) as const)),
    ];
  },
};

export const plans: readonly AnyPlan[] = [campaigns];
