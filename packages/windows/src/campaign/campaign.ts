import type { Instant, PersonId } from '@linli/model';
import { defineProcess } from '../process/define-process.ts';
import type { Ways } from '../process/process-types.ts';
import type { CampaignDefinition } from './campaign-definition.ts';
import { campaignTexts } from './campaign-texts.ts';
import { type CampaignEffect, CampaignEvent, CampaignFacts, type CampaignTypes, type Listed } from './campaign-types.ts';

const DAY = 86_400_000;

/** Listed and not reached by any channel, in the order of the list: refused, tried in vain, unknown and never tried alike. */
export const notReached = ({ people, tries }: CampaignFacts): readonly PersonId[] => {
  const reached = new Set(tries.filter(({ outcome }) => outcome === 'reached').map(({ personId }) => personId));
  return people.map(({ personId }) => personId).filter((personId) => !reached.has(personId));
};

const who = (_: CampaignFacts, { personId }: { readonly personId: PersonId }) => ({ personId });
const isIn = ({ people }: CampaignFacts, id: PersonId): boolean => people.some(({ personId }) => personId === id);

const roll = (to: 'planned' | 'running' | 'ended') => {
  const enlist: Ways<CampaignTypes, 'enlist'> = [
    { guard: 'is-listed', refused: true, because: 'campaign/listed-already', data: who },
    {
      to,
      because: 'campaign/enlisted',
      data: who,
      set: ({ people, withdrawn }, { personId, grid }) => ({
        people: [...people, { personId, grid }],
        withdrawn: withdrawn.filter((each) => each.personId !== personId),
      }),
    },
  ];
  const withdraw: Ways<CampaignTypes, 'withdraw'> = [
    { guard: 'is-unlisted', refused: true, because: 'campaign/not-listed', data: who },
    {
      to,
      because: 'campaign/withdrawn',
      data: who,
      set: ({ people, withdrawn }, { personId, reason, at, by }) => ({
        people: people.filter((each) => each.personId !== personId),
        withdrawn: [
          ...withdrawn,
          ...people.filter((each) => each.personId === personId).map((each) => ({ ...each, reason, at, by })),
        ],
      }),
    },
  ];
  return { enlist, withdraw };
};

const outreach = (to: 'running' | 'ended') => {
  const tried: Ways<CampaignTypes, 'try'> = [
    { guard: 'is-unlisted', refused: true, because: 'campaign/not-listed', data: who },
    {
      guard: 'is-unknown-channel',
      refused: true,
      because: 'campaign/unknown-channel',
      data: (_, { channel }) => ({ channel }),
    },
    {
      to,
      because: 'campaign/tried',
      data: who,
      set: ({ tries }, { id, personId, channel, outcome, at, by }) => ({
        tries: [...tries, { id, personId, channel, outcome, at, by, was: [] }],
      }),
    },
  ];
  const correct: Ways<CampaignTypes, 'correct'> = [
    { guard: 'is-unknown-try', refused: true, because: 'campaign/no-such-try', data: (_, { tryId }) => ({ tryId }) },
    { guard: 'is-the-same', refused: true, because: 'campaign/says-the-same', data: (_, { tryId }) => ({ tryId }) },
    {
      to,
      because: 'campaign/corrected',
      data: (_, { tryId }) => ({ tryId }),
      set: ({ tries }, { tryId, outcome, at, by }) => ({
        tries: tries.map((each) =>
          each.id === tryId
            ? { ...each, outcome, at, by, was: [...each.was, { outcome: each.outcome, at: each.at, by: each.by }] }
            : each,
        ),
      }),
    },
  ];
  return { try: tried, correct };
};

const closed = (facts: CampaignFacts): readonly CampaignEffect[] => {
  const notReachedIds = notReached(facts);
  const eligible = facts.people.length;
  return [{ type: 'campaign-closed', eligible, reached: eligible - notReachedIds.length, notReachedIds, reason: facts.why }];
};

const settle: { readonly close: Ways<CampaignTypes, 'close'>; readonly carry: Ways<CampaignTypes, 'carry'> } = {
  close: [
    { guard: 'leaves-people-without-reason', refused: true, because: 'campaign/not-everybody-reached' },
    { to: 'closed', because: 'campaign/closed', set: (_, { reason }) => ({ why: reason }), effects: closed },
  ],
  carry: [
    { guard: 'is-everybody-reached', refused: true, because: 'campaign/nobody-to-carry' },
    {
      to: 'carried',
      because: 'campaign/carried',
      data: (_, { toCampaignId }) => ({ toCampaignId }),
      set: (_, { toCampaignId }) => ({ carriedTo: toCampaignId }),
      effects: (facts, { toCampaignId }) => [{ type: 'not-reached-carried', toCampaignId, personIds: notReached(facts) }],
    },
  ],
};

/** Its planned end: done when everybody was reached; otherwise somebody says what becomes of the rest, and is asked daily. */
const ends: Ways<CampaignTypes, 'due'> = [
  { guard: 'is-everybody-reached', to: 'closed', because: 'campaign/everybody-reached', effects: closed },
  {
    to: 'ended',
    because: 'campaign/ended',
    set: (_, { now }) => ({ askAt: (now + DAY) as Instant }),
    effects: (facts) => [{ type: 'list-not-reached', personIds: notReached(facts) }],
  },
];

/** One outreach: whom it should reach, every try by every channel, and where those not reached go. */
export const campaign = defineProcess<CampaignTypes>({
  name: 'campaign',
  version: 1,
  migrations: [],
  Facts: CampaignFacts,
  Event: CampaignEvent,
  initial: 'planned',
  states: {
    planned: {
      ...roll('planned'),
      start: [
        { guard: 'has-nobody', refused: true, because: 'campaign/nobody-listed' },
        { to: 'running', because: 'campaign/started' },
      ],
      cancel: [{ to: 'cancelled', because: 'campaign/cancelled', set: (_, { reason }) => ({ why: reason }) }],
      due: [
        {
          to: 'planned',
          because: 'campaign/not-begun',
          set: (_, { now }) => ({ askAt: (now + DAY) as Instant }),
          effects: () => [{ type: 'ask-why-not-begun' }],
        },
      ],
    },
    running: { ...roll('running'), ...outreach('running'), ...settle, due: ends },
    ended: { ...roll('ended'), ...outreach('ended'), ...settle, due: ends },
    closed: {},
    carried: {},
    cancelled: {},
  },
  guards: {
    'is-listed': (facts, event) => event.type === 'enlist' && isIn(facts, event.personId),
    'is-unlisted': (facts, event) => (event.type === 'try' || event.type === 'withdraw') && !isIn(facts, event.personId),
    'is-unknown-channel': ({ definition }, event) =>
      event.type === 'try' && !definition.channels.some(({ id }) => id === event.channel),
    'is-unknown-try': ({ tries }, event) => event.type === 'correct' && !tries.some(({ id }) => id === event.tryId),
    'is-the-same': ({ tries }, event) =>
      event.type === 'correct' && tries.some(({ id, outcome }) => id === event.tryId && outcome === event.outcome),
    'has-nobody': ({ people }) => people.length === 0,
    'is-everybody-reached': (facts) => notReached(facts).length === 0,
    'leaves-people-without-reason': (facts, event) =>
      event.type === 'close' && event.reason === null && notReached(facts).length > 0,
  },
  due: (state, { askAt }) => (state === 'planned' || state === 'running' || state === 'ended' ? askAt : null),
  texts: campaignTexts,
});

/** A campaign to come that should have reached `people` by `until`. Whoever is listed twice counts once, as listed first. */
export const newCampaign = (
  definition: CampaignDefinition,
  plan: { readonly people: readonly Listed[]; readonly until: Instant },
): CampaignFacts => ({
  definition,
  people: plan.people.filter((each, index, all) => all.findIndex(({ personId }) => personId === each.personId) === index),
  withdrawn: [],
  tries: [],
  askAt: plan.until,
  carriedTo: null,
  why: null,
});
