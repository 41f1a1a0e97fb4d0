import { PersonId, say } from '@linli/model';
import { describe, expect, it } from 'vitest';
import { campaign, newCampaign, notReached } from '../../src/campaign/campaign.ts';
import { campaignCoverage, campaignStanding } from '../../src/campaign/campaign-coverage.ts';
import { parseCampaignDefinition } from '../../src/campaign/campaign-definition.ts';
import type { CampaignEvent, CampaignTypes } from '../../src/campaign/campaign-types.ts';
import { protectionTalks2020 } from '../../src/campaign/protection-talks-2020.ts';
import { drive, openProcess, type Step, type Tick } from '../../src/process/drive.ts';
import { at } from '../days.ts';

const ids = ['an', 'bo', 'chen', 'deng', 'er'].map((id) => PersonId.parse(id));
const [an, bo, chen, deng, er] = ids as [PersonId, PersonId, PersonId, PersonId, PersonId];
const by = PersonId.parse('worker');
const until = at('2020-03-31 17:00');
const people = [
  { personId: an, grid: 1 },
  { personId: bo, grid: 1 },
  { personId: chen, grid: 3 },
  { personId: deng, grid: 3 },
  { personId: er, grid: null },
];
let count = 0;
const stem = () => ({ id: `event-${count++}`, at: at('2020-03-30 10:00'), by });
const tried = (personId: PersonId, channel: string, outcome: 'reached' | 'refused' | 'no-answer' | 'unknown'): CampaignEvent => ({
  type: 'try',
  ...stem(),
  personId,
  channel,
  outcome,
});
const tick = (when: ReturnType<typeof at>): Tick => ({ type: 'tick', id: 'tick', at: when });

function play(...events: readonly (CampaignEvent | Tick)[]): Step<CampaignTypes> {
  const opened = openProcess(campaign, 'talks', newCampaign(protectionTalks2020, { people, until }));
  return [{ type: 'start', ...stem() } as const, ...events].reduce<Step<CampaignTypes>>(
    (step, event) => drive(campaign, step.snapshot, event),
    { snapshot: opened, effects: [], passed: [], reasons: [], isTaken: true },
  );
}
const morning = [
  tried(an, 'phone', 'no-answer'),
  tried(an, 'door', 'reached'),
  tried(bo, 'phone', 'reached'),
  tried(chen, 'phone', 'refused'),
  tried(deng, 'door', 'unknown'),
] as const;

describe('campaign', () => {
  it('D-46: coverage is reached of eligible by channel and grid, and never tried stands apart', () => {
    const { facts } = play(...morning).snapshot;
    const { all, grids } = campaignCoverage(facts);
    // Any channel: an and bo of five, 2 * 1000 / 5 = 400. By door an alone, 200; by phone bo alone, 200.
    expect(all).toEqual([
      {
        channel: null,
        eligible: 5,
        standings: { 'never-tried': 1, tried: 0, unknown: 1, refused: 1, reached: 2 },
        reachedPermille: 400,
      },
      {
        channel: 'door',
        eligible: 5,
        standings: { 'never-tried': 3, tried: 0, unknown: 1, refused: 0, reached: 1 },
        reachedPermille: 200,
      },
      {
        channel: 'phone',
        eligible: 5,
        standings: { 'never-tried': 2, tried: 1, unknown: 0, refused: 1, reached: 1 },
        reachedPermille: 200,
      },
    ]);
    expect(
      grids.map(({ grid, rows }) => [grid, rows[0]!.standings.reached, rows[0]!.eligible, rows[0]!.reachedPermille]),
    ).toEqual([
      [1, 2, 2, 1000],
      [3, 0, 2, 0],
      [null, 0, 1, 0],
    ]);
  });

  it('D-46: a coverage is rounded down, so that 1000 means everybody; of nobody it is not known', () => {
    const three = {
      ...newCampaign(protectionTalks2020, { people: people.slice(0, 3), until }),
      tries: play(...morning).snapshot.facts.tries,
    };
    // an and bo of an, bo and chen: 2 * 1000 / 3 = 666.7
    expect(campaignCoverage(three).all[0]!.reachedPermille).toBe(666);
    expect(campaignCoverage(newCampaign(protectionTalks2020, { people: [], until })).all[0]!.reachedPermille).toBeNull();
  });

  it('D-46: reached once is reached; refusing outweighs not knowing, and not knowing outweighs having tried in vain', () => {
    const { facts } = play(
      ...morning,
      tried(an, 'door', 'no-answer'),
      tried(deng, 'door', 'no-answer'),
      tried(chen, 'door', 'unknown'),
    ).snapshot;
    const standings = [an, chen, deng, er].map((personId) => campaignStanding(facts, { personId, channel: null }));
    expect(standings).toEqual(['reached', 'refused', 'unknown', 'never-tried']);
    expect(campaignStanding(facts, { personId: chen, channel: 'door' })).toBe('unknown');
  });

  it('D-46: at its end those not reached are listed, and it closes only with a reason or into a named campaign', () => {
    const atEnd = play(...morning, tick(until));
    expect(atEnd.snapshot.state).toBe('ended');
    expect(atEnd.effects).toEqual([
      { type: 'list-not-reached', personIds: [chen, deng, er], id: `talks:due:running:${until}:0`, at: until, late: false },
    ]);
    const late = { id: 'late', at: until, by };
    const refused = drive(campaign, atEnd.snapshot, { type: 'close', ...late, reason: null });
    expect([refused.isTaken, refused.reasons]).toEqual([false, [{ code: 'campaign/not-everybody-reached' }]]);
    const carried = drive(campaign, atEnd.snapshot, { type: 'carry', ...late, toCampaignId: 'april' });
    expect(carried.snapshot.state).toBe('carried');
    expect(carried.effects[0]).toMatchObject({ type: 'not-reached-carried', toCampaignId: 'april', personIds: [chen, deng, er] });
    const closed = drive(campaign, atEnd.snapshot, { type: 'close', ...late, reason: 'the leaflets are gone' });
    expect(closed.effects[0]).toMatchObject({
      eligible: 5,
      reached: 2,
      notReachedIds: [chen, deng, er],
      reason: 'the leaflets are gone',
    });
  });

  it('D-46: a silence of days asks once, late, and again a day after the wake-up', () => {
    const wake = at('2020-04-10 09:00');
    const asked = play(...morning, tick(wake));
    expect(asked.effects.map(({ type, at: due, late }) => [type, due, late])).toEqual([['list-not-reached', until, true]]);
    expect(campaign.due(asked.snapshot.state, asked.snapshot.facts)).toBe(at('2020-04-11 09:00'));
  });

  it('D-46: paper brought in after the end still counts, and a correction keeps what was said', () => {
    const { snapshot } = play(...morning, tick(until));
    const stemLate = { at: at('2020-04-01 09:00'), by };
    const reached = drive(campaign, snapshot, {
      type: 'try',
      id: 'paper',
      ...stemLate,
      personId: er,
      channel: 'door',
      outcome: 'reached',
    });
    expect(notReached(reached.snapshot.facts)).toEqual([chen, deng]);
    const taken = drive(campaign, reached.snapshot, {
      type: 'correct',
      id: 'wrong',
      ...stemLate,
      tryId: 'paper',
      outcome: 'no-answer',
    });
    expect(notReached(taken.snapshot.facts)).toEqual([chen, deng, er]);
    expect(taken.snapshot.facts.tries.at(-1)).toMatchObject({ outcome: 'no-answer', was: [{ outcome: 'reached', by }] });
  });

  it('says no in words', () => {
    const { reasons } = play(tried(an, 'letter', 'reached'));
    expect(say(campaign.texts, reasons[0]!, 'en')).toBe('This campaign has no channel letter.');
    expect(say(campaign.texts, reasons[0]!, 'zh')).toBe('这次宣讲没有“letter”这种方式。');
  });

  it('whoever is listed twice counts once', () => {
    expect(newCampaign(protectionTalks2020, { people: [...people, { personId: an, grid: 8 }], until }).people).toEqual(people);
  });

  it('names the path of every flaw of a definition', () => {
    const [door] = protectionTalks2020.channels;
    expect(parseCampaignDefinition({ ...protectionTalks2020, channels: [door, door] })).toEqual({
      ok: false,
      reasons: [{ code: 'campaign-definition/channel-twice', data: { path: 'channels.1.id' } }],
    });
    expect(parseCampaignDefinition({ ...protectionTalks2020, colour: 'red' })).toMatchObject({
      ok: false,
      reasons: [{ code: 'campaign-definition/malformed' }],
    });
  });
});
