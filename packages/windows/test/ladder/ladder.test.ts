import { LocalDate, say } from '@linli/model';
import { describe, expect, it } from 'vitest';
import { duowenLadder } from '../../src/ladder/duowen-ladder.ts';
import { ladder } from '../../src/ladder/ladder.ts';
import type { KeyHolder } from '../../src/ladder/ladder-facts.ts';
import { ladderBounds } from '../../src/ladder/ladder-steps.ts';
import { ladderTexts } from '../../src/ladder/ladder-texts.ts';
import {
  answer,
  asked,
  askedRungs,
  at,
  codes,
  entry,
  flag,
  jia,
  knock,
  minutes,
  noReply,
  only,
  opened,
  outcome,
  person,
  play,
  rung,
  small,
  tick,
} from './ladders.ts';

const nine = at('2020-03-30 09:00');
const later = (count: number) => minutes(nine, count);
const knocked = play(opened(), knock(nine)).ladder;

describe('the rungs', () => {
  it('D-09: an unanswered knock goes from neighbour to emergency in the order of the community', () => {
    // Waits of 15, 15, 10, 10 and 10 minutes, then 30 for the services: 15, 30, 40, 50, 60, end at 90.
    const told = play(opened(duowenLadder), knock(nine), tick(later(90)));
    expect(askedRungs(told.effects, nine)).toEqual([
      'neighbour+0',
      'youth+15',
      'property+30',
      'committee+40',
      'social-worker+50',
      'emergency+60',
    ]);
    expect(told.ladder.state).toBe('nobody-confirmed');
    expect(ladderBounds(duowenLadder).silentSeconds).toBe(90 * 60 + 6 * 3600);
  });

  it('W-15: every step says why, with the rung it leads to', () => {
    const told = play(knocked, tick(later(50)));
    expect(told.last.passed.map(({ at: when, reason }) => [when, say(ladderTexts, reason, 'en')])).toEqual([
      [later(10), 'Too few people went in time: committee is asked.'],
      [later(20), 'Too few people went in time: emergency is asked.'],
      [later(50), 'Every rung was asked and nobody confirmed. This is not safety: whoever answers for it must act now.'],
    ]);
  });

  it('W-13: a rung says whom to ask, how, how many and which time', () => {
    expect(play(opened(duowenLadder), knock(nine)).effects).toEqual([
      {
        type: 'ask',
        id: `jia:event:knock-${nine}:0`,
        at: nine,
        late: false,
        residentId: jia,
        rung: 'neighbour',
        roles: ['neighbour'],
        channel: 'door',
        people: 2,
        attempt: 1,
      },
    ]);
  });

  it('D-09: an acknowledgement stops it; a report that does not come lets it go on', () => {
    // 09:04 somebody goes; he has 20 minutes, so at 09:24 the committee is asked; 10 + 30 minutes later it is over.
    const going = play(knocked, answer('acknowledged', later(4), 'wang', 'neighbour'));
    expect(going.ladder.state).toBe('attended');
    expect(going.ladder.facts.until).toBe(later(24));
    const silent = play(going.ladder, tick(later(70)));
    expect(askedRungs(silent.effects, nine)).toEqual(['committee+24', 'emergency+34']);
    expect(silent.ladder.facts.rungs.map(({ askedAt, attendedAt, passedAt }) => [askedAt, attendedAt, passedAt])).toEqual([
      [nine, later(4), later(24)],
      [later(24), null, later(34)],
      [later(34), null, later(64)],
    ]);
  });

  it('W-13: fewer than the quorum do not stop it, and one person twice is one', () => {
    const pairs = opened(small({ rungs: [rung('pair', { people: 3, quorum: 2 }), ...small().rungs] }));
    const one = play(
      pairs,
      knock(nine),
      answer('acknowledged', later(1), 'li', 'pair'),
      answer('acknowledged', later(2), 'li', 'pair'),
    );
    expect(one.ladder.state).toBe('asking');
    expect(codes(one)).toEqual(['ladder/acknowledged']);
    expect(play(one.ladder, answer('acknowledged', later(3), 'wu', 'pair')).ladder.state).toBe('attended');
    expect(askedRungs(play(one.ladder, tick(later(10))).effects, nine)).toEqual(['neighbour+10']);
  });

  it('W-13: a decline is no wait: when nobody who was asked can go, the next rung is asked at once', () => {
    expect(askedRungs(play(knocked, answer('declined', later(2), 'wang', 'neighbour')).effects, nine)).toEqual(['committee+2']);
    expect(askedRungs(play(knocked, noReply(later(3), 'wang', 'neighbour')).effects, nine)).toEqual(['committee+3']);
    expect(askedRungs(play(knocked, asked(later(1), 'neighbour')).effects, nine)).toEqual(['committee+1']);
  });

  it('W-13: whoever was going and turns back sends the ladder on at once', () => {
    const turned = play(
      knocked,
      answer('acknowledged', later(4), 'wang', 'neighbour'),
      answer('declined', later(5), 'wang', 'neighbour'),
    );
    expect(turned.ladder.state).toBe('asking');
    expect(askedRungs(turned.effects, nine)).toEqual(['committee+5']);
  });

  it('W-13: whoever went and found nobody sends the ladder on at once; the knock of a passer-by does not', () => {
    const going = play(knocked, answer('acknowledged', later(4), 'wang', 'neighbour')).ladder;
    expect(askedRungs(play(going, knock(later(9), 'wang')).effects, nine)).toEqual(['committee+9']);
    expect(play(going, knock(later(9), 'zhao')).ladder.state).toBe('attended');
  });

  it('W-13: one that declines counts as asked where two were named, and a stranger who declines counts for nothing', () => {
    const two = play(knocked, asked(later(1), 'neighbour', 'wang', 'li')).ladder;
    expect(play(two, answer('declined', later(2), 'wang', 'neighbour')).ladder.facts.step).toBe(0);
    expect(
      play(two, answer('declined', later(2), 'zhao', 'neighbour'), answer('declined', later(3), 'wang', 'neighbour')).ladder.facts
        .step,
    ).toBe(0);
    expect(
      play(two, answer('declined', later(2), 'li', 'neighbour'), answer('declined', later(3), 'wang', 'neighbour')).ladder.facts
        .step,
    ).toBe(1);
  });

  it('W-13: somebody late still goes and still counts, but not after a red flag', () => {
    const second = play(knocked, tick(later(10))).ladder;
    const late = answer('acknowledged', later(11), 'wang', 'neighbour');
    expect(play(second, late).ladder.state).toBe('attended');
    expect(play(second, flag(later(10), 'paper'), late).ladder.state).toBe('asking');
    // The other way round: the flag asks for the committee, and the neighbour alone is not that.
    const flagged = play(second, late, flag(later(12), 'paper'));
    expect(flagged.ladder.state).toBe('asking');
    expect(flagged.ladder.facts.until).toBe(later(22));
  });

  it('W-13: a rung rests the ladder once: promises cannot follow each other for ever', () => {
    const again = play(
      knocked,
      answer('acknowledged', later(4), 'wang', 'neighbour'),
      answer('acknowledged', later(25), 'li', 'neighbour'),
    );
    expect(again.ladder.state).toBe('asking');
    expect(codes(again)).toEqual(['ladder/acknowledged']);
  });

  it('W-13: rungs together are asked at once and wait for the most patient', () => {
    const both = small({
      rungs: [rung('neighbour'), rung('youth', { together: true, waitSeconds: 900 }), ...small().rungs.slice(1)],
    });
    const told = play(opened(both), knock(nine), tick(later(15)));
    expect(askedRungs(told.effects, nine)).toEqual(['neighbour+0', 'youth+0', 'committee+15']);
    const rests = play(opened(both), knock(nine), answer('acknowledged', later(1), 'xiao', 'youth'));
    expect(rests.ladder.facts.attendedBy).toBe('youth');
  });

  it('an answer on a rung that was not asked is refused, and so is the word of the resident', () => {
    expect(codes(play(knocked, answer('acknowledged', later(1), 'wang', 'committee')))).toEqual(['ladder/not-asked']);
    expect(codes(play(knocked, outcome(later(1), 'ok', 'spoken', null, jia)))).toEqual(['ladder/own-word']);
  });
});

describe('red flags', () => {
  it('W-13: a red flag jumps to its rung and leaves out those between', () => {
    const told = play(knocked, flag(later(2), 'cry'));
    expect(askedRungs(told.effects, nine)).toEqual(['emergency+2']);
    expect(only(told.effects, 'guide-wanted')).toMatchObject([{ roles: ['grid-worker'], people: 1, attempt: 1 }]);
    expect(askedRungs(play(told.ladder, tick(later(300))).effects, nine)).toEqual([]);
  });

  it('W-13: a flag below where the ladder stands takes it nowhere, and one that is not listed goes to the top', () => {
    const top = play(knocked, flag(later(2), 'cry')).ladder;
    expect(codes(play(top, flag(later(3), 'paper')))).toEqual(['ladder/flag-noted']);
    expect(askedRungs(play(knocked, flag(later(2), 'smell-of-paint')).effects, nine)).toEqual(['emergency+2']);
  });

  it('5.3: a chain that is on from inside calls the services at once', () => {
    const told = play(knocked, entry(later(3), 'chained', 'wang'));
    expect(askedRungs(told.effects, nine)).toEqual(['emergency+3']);
    expect(only(told.effects, 'call-emergency')[0]?.services).toEqual(['120']);
  });
});

describe('quiet hours', () => {
  const night = small({
    rungs: [
      rung('neighbour', { inQuietHours: 'wait-until-morning' }),
      rung('committee', { inQuietHours: 'wait-until-morning' }),
      rung('emergency', { services: ['120'] }),
    ],
    quietHours: { from: '22:00', until: '06:00' } as NonNullable<typeof duowenLadder.quietHours>,
  });
  const ten = at('2020-03-30 22:00');
  const six = at('2020-03-31 06:00');

  it('W-13: 21:59:59.999 asks, 22:00:00.000 waits until 06:00:00.000', () => {
    const before = play(opened(night), knock((ten - 1) as typeof ten));
    expect(before.ladder.state).toBe('asking');
    const waiting = play(opened(night), knock(ten));
    expect(waiting.effects).toEqual([]);
    expect(codes(waiting)).toEqual(['ladder/waits-for-morning']);
    expect(waiting.ladder.facts.until).toBe(six);
    expect(play(waiting.ladder, tick((six - 1) as typeof six)).effects).toEqual([]);
    expect(askedRungs(play(waiting.ladder, tick(six)).effects, six)).toEqual(['neighbour+0']);
  });

  it('W-13: quiet hours never hold back a red flag, a fall or a chain', () => {
    const waiting = play(opened(night), knock(ten)).ladder;
    expect(askedRungs(play(waiting, flag(minutes(ten, 1), 'paper')).effects, ten)).toEqual(['committee+1']);
    expect(askedRungs(play(waiting, flag(minutes(ten, 1), 'cry')).effects, ten)).toEqual(['emergency+1']);
    expect(askedRungs(play(waiting, entry(minutes(ten, 2), 'chained')).effects, ten)).toEqual(['emergency+2']);
    expect(askedRungs(play(waiting, outcome(minutes(ten, 3), 'fallen', 'assumed')).effects, ten)).toEqual(['emergency+3']);
    // And once it stands, no later rung waits: the flag leads to the committee at 22:01, the services follow at 22:11.
    const after = play(waiting, flag(minutes(ten, 1), 'paper'), tick(minutes(ten, 11)));
    expect(askedRungs(after.effects, ten)).toEqual(['committee+1', 'emergency+11']);
  });

  it("W-10: where the clock is put back, the second two o'clock of the night is quiet as the first", () => {
    // Berlin, 25 October 2020: 02:30 comes twice, and the quiet hours end at the first.
    const berlin = small({
      ...night,
      zone: 'Europe/Berlin' as typeof night.zone,
      quietHours: { from: '22:00', until: '02:30' } as NonNullable<typeof night.quietHours>,
    });
    const firstHalfPastTwo = Date.UTC(2020, 9, 25, 0, 30) as typeof ten;
    expect(play(opened(berlin), knock((firstHalfPastTwo - 1) as typeof ten)).ladder.facts.until).toBe(firstHalfPastTwo);
    expect(play(opened(berlin), knock(firstHalfPastTwo)).ladder.state).toBe('asking');
    expect(play(opened(berlin), knock(minutes(firstHalfPastTwo, 45))).ladder.state).toBe('asking');
  });
});

describe('outcomes', () => {
  it.each([
    ['ok', 'seen', 'safe', null],
    ['ok', 'spoken', 'safe', null],
    ['ok', 'told-by-other', 'asking', 'ladder/not-certain'],
    ['ok', 'assumed', 'asking', 'ladder/not-certain'],
    ['asleep', 'spoken', 'safe', null],
    ['asleep', 'seen', 'asking', 'ladder/asleep-not-woken'],
    ['out', 'spoken', 'safe', null],
    ['out', 'told-by-other', 'asking', 'ladder/not-certain'],
    ['false-alarm', 'seen', 'safe', null],
    ['false-alarm', 'assumed', 'asking', 'ladder/not-certain'],
    ['hospital', 'seen', 'in-hospital', null],
    ['hospital', 'spoken', 'asking', 'ladder/hospital-not-confirmed'],
    ['hospital', 'told-by-other', 'asking', 'ladder/hospital-not-confirmed'],
    ['fallen', 'seen', 'asking', 'ladder/emergency-raised'],
    ['fallen', 'assumed', 'asking', 'ladder/emergency-raised'],
    ['deceased', 'seen', 'death-reported', 'ladder/death-seen'],
    ['deceased', 'told-by-other', 'asking', 'ladder/emergency-raised'],
  ] as const)('W-13: %s, %s, by a neighbour: %s', (what, known, state, code) => {
    const told = play(knocked, outcome(later(5), what, known));
    expect(told.ladder.state).toBe(state);
    if (code !== null) expect(codes(told)).toEqual([code]);
  });

  it('5.3: after a chain on the door, and after a death that somebody saw, a voice is not enough either', () => {
    const voice = outcome(later(9), 'ok', 'spoken');
    expect(codes(play(knocked, entry(later(3), 'chained', 'wang'), voice))).toEqual(['ladder/needs-eyes']);
    expect(codes(play(knocked, outcome(later(3), 'deceased', 'seen'), voice))).toEqual(['ladder/needs-eyes']);
  });

  it('5.3: in hospital by word of the ward counts from somebody who answers for it', () => {
    const told = play(knocked, outcome(later(5), 'hospital', 'spoken', 'social-worker'));
    expect(told.ladder.state).toBe('in-hospital');
    // 7 200 s = 120 minutes after 09:05.
    expect(only(told.effects, 'follow-up')).toMatchObject([{ outcome: 'hospital', until: later(125) }]);
    expect(only(play(knocked, outcome(later(5), 'hospital', 'told-by-other')).effects, 'notify')).toMatchObject([
      { about: 'hospital-to-confirm', roles: ['social-worker'] },
    ]);
  });

  it('5.3: after a red flag a voice is not enough; eyes are', () => {
    const flagged = play(knocked, flag(later(1), 'paper')).ladder;
    expect(codes(play(flagged, outcome(later(2), 'ok', 'spoken')))).toEqual(['ladder/needs-eyes']);
    expect(play(flagged, outcome(later(2), 'ok', 'seen')).ladder.state).toBe('safe');
  });

  it('5.3: a fall calls the services at once, ends nothing, and is followed up when it has ended', () => {
    const fallen = play(knocked, outcome(later(5), 'fallen', 'told-by-other'));
    expect(askedRungs(fallen.effects, nine)).toEqual(['emergency+5']);
    const ended = play(fallen.ladder, outcome(later(40), 'hospital', 'seen'));
    // 14:05 is 7 200 s, 10:40 is 3 600 s after 09:40.
    expect(only(ended.effects, 'follow-up')).toMatchObject([
      { outcome: 'fallen', until: later(100) },
      { outcome: 'hospital', until: later(160) },
    ]);
  });

  it('5.3: a death that somebody sees stops the knocks and calls the services; only who answers for it can confirm', () => {
    const seen = play(knocked, outcome(later(5), 'deceased', 'seen'));
    expect(seen.effects.map(({ type }) => type)).toEqual(['call-emergency', 'guide-wanted', 'stand-down', 'notify']);
    expect(play(seen.ladder, outcome(later(9), 'deceased', 'seen', 'neighbour', 'wu')).ladder.state).toBe('death-reported');
    const confirmed = play(seen.ladder, outcome(later(30), 'deceased', 'spoken', 'social-worker', 'zhou'));
    expect(confirmed.ladder.state).toBe('deceased');
    expect(only(confirmed.effects, 'end-knocks')).toMatchObject([{ residentId: jia }]);
    // Nobody confirms within 20 minutes: it is not silently over.
    expect(play(seen.ladder, tick(later(25))).ladder.state).toBe('nobody-confirmed');
    expect(play(seen.ladder, outcome(later(9), 'fallen', 'seen')).ladder.state).toBe('asking');
  });

  it('W-13: the end tells everybody who was asked to stand down', () => {
    const ended = play(
      knocked,
      asked(later(1), 'neighbour', 'wang'),
      asked(later(1), 'neighbour', 'wang'),
      { ...asked(later(1), 'neighbour', 'li'), id: 'asked-li' },
      answer('declined', later(2), 'li', 'neighbour'),
      tick(later(10)),
      answer('acknowledged', later(11), 'zhou', 'committee'),
      outcome(later(14), 'ok', 'spoken', 'committee', 'zhou'),
    );
    expect(only(ended.effects, 'stand-down')).toMatchObject([
      {
        outcome: 'ok',
        known: 'spoken',
        by: 'zhou',
        rungs: ['neighbour', 'committee'],
        people: ['wang', 'li', 'zhou'],
        services: [],
      },
    ]);
    expect(codes(play(ended.ladder, tick(later(99)), knock(later(100))))).toEqual(['process/ended']);
  });
});

describe('D-09: exhaustion', () => {
  const silent = play(
    knocked,
    asked(later(1), 'neighbour', 'wang', 'li'),
    answer('declined', later(2), 'li', 'neighbour'),
    tick(later(50)),
  );

  it('ends visibly as "nobody confirmed", with everybody asked, when, and what they answered', () => {
    expect(only(silent.effects, 'exhausted')).toMatchObject([
      {
        roles: ['social-worker'],
        at: later(50),
        asked: [
          {
            rung: 'neighbour',
            askedAt: nine,
            passedAt: later(10),
            count: 1,
            people: [
              { personId: 'wang', answer: null, at: null },
              { personId: 'li', answer: 'declined', at: later(2) },
            ],
          },
          { rung: 'committee', askedAt: later(10), passedAt: later(20), people: [] },
          { rung: 'emergency', askedAt: later(20), passedAt: later(50), people: [] },
        ],
      },
    ]);
  });

  it('a later outcome can still be recorded, and a late answer as well', () => {
    expect(play(silent.ladder, outcome(later(600), 'ok', 'seen')).ladder.state).toBe('safe');
    expect(play(silent.ladder, outcome(later(600), 'ok', 'assumed')).ladder.state).toBe('nobody-confirmed');
    expect(codes(play(silent.ladder, answer('acknowledged', later(60), 'wang', 'neighbour')))).toEqual([
      'ladder/acknowledged-late',
    ]);
  });

  it('another round calls the services again before a death can be confirmed in it', () => {
    const second = play(silent.ladder, knock(later(60)), outcome(later(61), 'deceased', 'seen', 'social-worker', 'zhou'));
    expect(second.ladder.state).toBe('death-reported');
    expect(only(second.effects, 'call-emergency')).toMatchObject([{ attempt: 2, at: later(61) }]);
  });

  it('another knock, a flag or a fall begins another round', () => {
    const again = play(silent.ladder, knock(later(60)), tick(later(80)));
    expect(askedRungs(again.effects, nine)).toEqual(['neighbour+60', 'committee+70', 'emergency+80']);
    expect(only(again.effects, 'ask').map(({ attempt }) => attempt)).toEqual([2, 2]);
    expect(askedRungs(play(silent.ladder, flag(later(60), 'paper')).effects, nine)).toEqual(['committee+60']);
    expect(askedRungs(play(silent.ladder, outcome(later(60), 'fallen', 'assumed')).effects, nine)).toEqual(['emergency+60']);
  });
});

describe('5.3: keys and consent', () => {
  const holders = [
    { personId: person('wang'), verifiedOn: '2020-03-20' },
    { personId: person('li'), verifiedOn: '2019-12-31' },
    { personId: person('wu'), verifiedOn: null },
  ] as readonly KeyHolder[];
  const withKeys = (consent: 'yes' | 'no' | 'not-asked') => opened(small(), { keyHolders: holders, consent });

  it('asks one key-holder a rung from the named rung on, all on the last, and says which key is to be trusted', () => {
    // Valid for 30 days: 20 March is 10 days before the 30th; 31 December is 90.
    const told = play(withKeys('yes'), knock(nine), tick(later(20)));
    expect(only(told.effects, 'ask-key-holder').map(({ personId, trust, at: when }) => [personId, trust, when])).toEqual([
      ['wang', 'verified', later(10)],
      ['li', 'stale', later(20)],
      ['wu', 'unverified', later(20)],
    ]);
  });

  it('a key counts as verified on its 30th day, and as stale on its 31st; whoever was asked for it is told to stand down', () => {
    // 29 February is 30 days before 30 March 2020, the 28th is 31.
    const edge = ['2020-02-29', '2020-02-28'].map((date, index) => ({
      personId: person(`holder-${index}`),
      verifiedOn: LocalDate.parse(date),
    }));
    const told = play(opened(small(), { keyHolders: edge }), knock(nine), tick(later(20)), outcome(later(21), 'ok', 'seen'));
    expect(only(told.effects, 'ask-key-holder').map(({ trust }) => trust)).toEqual(['verified', 'stale']);
    expect(only(told.effects, 'stand-down')).toMatchObject([{ people: ['holder-0', 'holder-1'], services: ['120'] }]);
  });

  it('a key that opened the door on a day to come was never tried', () => {
    const future = [{ personId: person('wang'), verifiedOn: LocalDate.parse('2020-04-01') }];
    const told = play(opened(small(), { keyHolders: future }), knock(nine), tick(later(10)));
    expect(only(told.effects, 'ask-key-holder')).toMatchObject([{ personId: 'wang', trust: 'unverified' }]);
  });

  it('nobody is asked for a key where somebody stands inside already', () => {
    const seen = play(withKeys('yes'), knock(nine), outcome(later(5), 'deceased', 'seen'));
    expect(seen.effects.map(({ type }) => type)).toEqual(['ask', 'call-emergency', 'guide-wanted', 'stand-down', 'notify']);
  });

  it('a key that fails asks for the next at once, and the last that fails is said', () => {
    const committee = play(withKeys('yes'), knock(nine), tick(later(10))).ladder;
    const first = play(committee, entry(later(12), 'key-failed', 'wang'));
    expect(only(first.effects, 'ask-key-holder')).toMatchObject([{ personId: 'li', trust: 'stale' }]);
    expect(only(first.effects, 'notify')).toMatchObject([{ about: 'key-failed' }]);
    const none = play(first.ladder, entry(later(13), 'unavailable', 'li'), entry(later(14), 'key-failed', 'wu'));
    expect(only(none.last.effects, 'notify')).toMatchObject([{ about: 'no-key-left' }]);
    const called = only(play(none.ladder, tick(later(20))).effects, 'call-emergency');
    expect(called[0]?.keys).toEqual([
      { personId: 'wang', trust: 'failed' },
      { personId: 'li', trust: 'stale' },
      { personId: 'wu', trust: 'failed' },
    ]);
  });

  it('being in the home is not yet an outcome', () => {
    const inside = play(knocked, entry(later(5), 'entered', 'wang'));
    expect(codes(inside)).toEqual(['ladder/entered']);
    expect(askedRungs(play(inside.ladder, tick(later(10))).effects, nine)).toEqual(['committee+10']);
  });

  it.each([
    ['yes', 'services-and-community'],
    ['no', 'services-only'],
    ['not-asked', 'services-only'],
  ] as const)('consent %s: the services are called whatever it is; who else may break in: %s', (consent, mayBreakIn) => {
    const called = only(play(withKeys(consent), knock(nine), tick(later(20))).effects, 'call-emergency');
    expect(called).toMatchObject([{ services: ['120'], consent, mayBreakIn, hasGuide: true, at: later(20) }]);
  });

  it('the services hear when the resident was last seen and which flags were raised', () => {
    const seenAt = later(-120);
    const told = play(
      knocked,
      { type: 'note', id: 'n1', at: later(1), by: person('wang'), text: 'light was on', seenAt: null },
      { type: 'note', id: 'n2', at: later(2), by: person('wang'), text: 'bought bread', seenAt },
      { type: 'note', id: 'n3', at: later(2), by: person('li'), text: 'at the window', seenAt: later(-400) },
      flag(later(3), 'cry'),
    );
    expect(only(told.effects, 'call-emergency')).toMatchObject([{ lastSeenAt: seenAt, flags: ['cry'] }]);
  });
});

describe('R9: after a silence of the machine', () => {
  // Asked at 09:00, the last word at 09:04; the machine sleeps from then until 12:00. The wait was due at 09:10.
  const noon = later(180);
  const asleep = (afterSilence: 'absolute' | 'remaining' | 'restart') =>
    play(opened(small({ afterSilence })), knock(nine), {
      type: 'note',
      id: 'n',
      at: later(4),
      by: person('wang'),
      text: 'dark',
      seenAt: null,
    }).ladder;

  it('absolute: every rung is asked for its own time, late, once', () => {
    const woken = play(asleep('absolute'), tick(noon), tick(noon), tick(minutes(noon, 1)));
    expect(askedRungs(woken.effects, nine)).toEqual(['committee+10', 'emergency+20']);
    expect(woken.effects.every(({ late }) => late)).toBe(true);
    expect(woken.ladder.state).toBe('nobody-confirmed');
  });

  it('remaining: what was left at the last word, 10 - 4 = 6 minutes, and it is said', () => {
    const woken = play(asleep('remaining'), tick(noon));
    expect(woken.last.passed.map(({ reason }) => reason.code)).toEqual(['ladder/resumed-after-silence']);
    expect(woken.ladder.facts.until).toBe(minutes(noon, 6));
    expect(askedRungs(play(woken.ladder, tick(minutes(noon, 6))).effects, noon)).toEqual(['committee+6']);
  });

  it('restart: the whole 10 minutes again, once', () => {
    const woken = play(asleep('restart'), tick(noon));
    expect(woken.ladder.facts.until).toBe(minutes(noon, 10));
    // A second silence gives nothing: the committee is asked for 12:10, though late.
    expect(askedRungs(play(woken.ladder, tick(minutes(noon, 15))).effects, noon)).toEqual(['committee+10']);
  });

  it('restart: the time for a report is a wait of its own, and is given again once as well', () => {
    // Woken at 12:00, somebody goes at 12:05 and has 20 minutes; the machine sleeps until 15:00.
    const going = play(asleep('restart'), tick(noon), answer('acknowledged', minutes(noon, 5), 'wang', 'neighbour'));
    const woken = play(going.ladder, tick(minutes(noon, 180)));
    expect([woken.ladder.state, woken.ladder.facts.until]).toEqual(['attended', minutes(noon, 200)]);
  });

  it('a wake-up two minutes late is no silence', () => {
    expect(askedRungs(play(asleep('restart'), tick(later(12))).effects, nine)).toEqual(['committee+10']);
  });

  it('W-04: a clock that goes back fires nothing again', () => {
    const up = play(knocked, tick(later(10)));
    expect(play(up.ladder, tick(later(-500)), tick(later(10))).effects).toEqual([]);
  });
});

describe('what is known before a knock', () => {
  it('a flag or a fall begins a ladder at its own rung; a knock written down by a missed contact begins it at the first', () => {
    expect(askedRungs(play(opened(), flag(nine, 'paper')).effects, nine)).toEqual(['committee+0']);
    expect(askedRungs(play(opened(), outcome(nine, 'fallen', 'told-by-other')).effects, nine)).toEqual(['emergency+0']);
    const missed = { type: 'contact-missed', id: 'm', at: nine, dueOn: '2020-03-30' } as Parameters<typeof play>[1];
    expect(askedRungs(play(opened(), missed).effects, nine)).toEqual(['neighbour+0']);
  });

  it('D-24: the ladder carries its definition, so that another edition judges only later ones', () => {
    expect(ladder.Snapshot.parse(JSON.parse(JSON.stringify(knocked)))).toEqual(knocked);
    expect(knocked.facts.definition.edition).toBe(1);
  });
});
