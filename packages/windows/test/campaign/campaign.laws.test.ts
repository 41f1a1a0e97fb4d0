import { describe, expect, it } from 'vitest';
import { campaign, notReached } from '../../src/campaign/campaign.ts';
import { campaignCoverage } from '../../src/campaign/campaign-coverage.ts';
import { CampaignState, type CampaignTypes } from '../../src/campaign/campaign-types.ts';
import { defineProcess } from '../../src/process/define-process.ts';
import type { PathPlan } from '../paths.ts';
import { brokenLaws, expectStates, isCaught, type Judge } from '../programme/random-walk.ts';
import { plans } from './paths.ts';

const [campaigns] = plans as unknown as readonly [PathPlan<CampaignTypes>];

const laws: Judge<CampaignTypes> = (story) => {
  const broken: string[] = [];
  let said = 0;
  for (const { before, event, step } of story) {
    const { facts, state } = step.snapshot;
    if ((event.type === 'try' || event.type === 'correct') && step.isTaken) said += 1;
    if (facts.tries.reduce((sum, { was }) => sum + 1 + was.length, 0) !== said) broken.push('D-46 nothing said is lost');
    const { all, grids } = campaignCoverage(facts);
    for (const { eligible, standings } of all)
      if (Object.values(standings).reduce((sum, count) => sum + count, 0) !== eligible) broken.push('D-46 standings add up');
    if (grids.reduce((sum, { rows }) => sum + rows[0]!.eligible, 0) !== facts.people.length) broken.push('D-46 grids add up');
    const rest = notReached(facts).length;
    if (all[0]!.standings.reached !== facts.people.length - rest) broken.push('D-46 silence reaches nobody');
    if (state === 'closed' && rest > 0 && facts.why === null) broken.push('whoever was not reached is carried or has a reason');
    if (state === 'carried' && facts.carriedTo === null) broken.push('whoever was not reached is carried or has a reason');
    if (
      before.facts.people.some(
        ({ personId }) => ![...facts.people, ...facts.withdrawn].some((each) => each.personId === personId),
      )
    )
      broken.push('nobody leaves the list without a reason');
    if (state === 'ended' && before.state === 'running' && !step.effects.some(({ type }) => type === 'list-not-reached'))
      broken.push('whoever was not reached is listed at the end');
  }
  return broken;
};

describe('campaign: laws in random stories', () => {
  it('D-46: hold', () => {
    expectStates(campaigns, CampaignState.options);
    expect(brokenLaws(campaigns, laws)).toEqual([]);
  });

  const { states, guards } = campaign;
  const bugs: readonly [string, string, Parameters<typeof defineProcess<CampaignTypes>>[0]][] = [
    [
      'a correction that forgets',
      'D-46 nothing said is lost',
      {
        ...campaign,
        states: {
          ...states,
          running: {
            ...states.running,
            correct: states.running.correct!.map((way) =>
              'to' in way
                ? {
                    ...way,
                    set: ({ tries }, { tryId, outcome }) => ({
                      tries: tries.map((each) => (each.id === tryId ? { ...each, outcome, was: [] } : each)),
                    }),
                  }
                : way,
            ),
          },
        },
      },
    ],
    [
      'closing without a word',
      'whoever was not reached is carried or has a reason',
      { ...campaign, guards: { ...guards, 'leaves-people-without-reason': () => false } },
    ],
    [
      'an end that is taken for everybody reached',
      'whoever was not reached is carried or has a reason',
      {
        ...campaign,
        states: { ...states, running: { ...states.running, due: [{ to: 'closed', because: 'campaign/everybody-reached' }] } },
      },
    ],
    [
      'a list that forgets whom it struck off',
      'nobody leaves the list without a reason',
      {
        ...campaign,
        states: {
          ...states,
          running: {
            ...states.running,
            withdraw: states.running.withdraw!.map((way) =>
              'to' in way
                ? { ...way, set: ({ people }, { personId }) => ({ people: people.filter((each) => each.personId !== personId) }) }
                : way,
            ),
          },
        },
      },
    ],
    [
      'an end that nobody hears of',
      'whoever was not reached is listed at the end',
      {
        ...campaign,
        states: {
          ...states,
          running: {
            ...states.running,
            due: states.running.due!.map((way) => ('to' in way ? { ...way, effects: () => [] } : way)),
          },
        },
      },
    ],
  ];
  it.each(bugs)('planted bug: %s', (_, law, spec) => {
    expect(isCaught(campaigns, laws, defineProcess(spec), law)).toBe(true);
  });
});
