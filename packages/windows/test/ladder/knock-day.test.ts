import { addDays, type Instant, LocalDate, say, WallTime } from '@linli/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ContactCadence } from '../../src/cadence/contact-status.ts';
import { duowenLadder } from '../../src/ladder/duowen-ladder.ts';
import { type ContactRecord, type KnockDuty, knockDay } from '../../src/ladder/knock-day.ts';
import { knockDayTexts } from '../../src/ladder/knock-day-texts.ts';
import { askedRungs, at, jia, opened, person, play } from './ladders.ts';

const { zone } = duowenLadder;
const contactUntil = WallTime.parse('20:00');
const monday = LocalDate.parse('2020-03-30');
const daily = ContactCadence.parse({
  format: 'linli-cadence/1',
  id: 'neighbour-knock',
  name: { zh: '邻居日日敲', en: 'a neighbour knocks every day' },
  cadence: 'daily',
  week: 'rolling',
});
const duty = (contacts: readonly ContactRecord[], change: Partial<KnockDuty> = {}): KnockDuty => ({
  residentId: jia,
  cadence: daily,
  since: monday,
  contacts,
  excused: [],
  ...change,
});
const look = (now: Instant, ...duties: readonly KnockDuty[]) => knockDay({ duties, contactUntil, zone, now });
const seen = (text: string): ContactRecord => ({ at: at(text), how: 'seen' });

describe('D-02: the neighbour knocks every day', () => {
  const eight = at('2020-03-31 20:00');
  const contacts = [seen('2020-03-30 09:00')];

  it('with no contact by the end of the window the duty is overdue, stands among the gaps, and has a ladder', () => {
    const before = look((eight - 1) as Instant, duty(contacts));
    expect(before.standings[0]).toMatchObject({
      status: 'due',
      dueOn: '2020-03-31',
      silentDays: 1,
      reason: { code: 'knock/awaited' },
    });
    expect([before.gaps, before.ladders]).toEqual([[], []]);

    const after = look(eight, duty(contacts));
    expect(after.gaps).toEqual([
      {
        residentId: jia,
        status: 'overdue',
        dueOn: '2020-03-31',
        silentDays: 1,
        reason: { code: 'knock/overdue', data: { dueOn: '2020-03-31' } },
      },
    ]);
    expect(after.ladders).toEqual([
      {
        residentId: jia,
        event: { type: 'contact-missed', id: 'contact-missed/resident-jia/2020-03-31', at: eight, dueOn: '2020-03-31' },
      },
    ]);
  });

  it('the proposal opens the ladder of the community, once however often it is told', () => {
    const first = look(eight, duty(contacts)).ladders[0]!.event;
    const again = look((eight + 600_000) as Instant, duty(contacts)).ladders[0]!.event;
    const told = play(opened(duowenLadder), first, again);
    expect(askedRungs(told.effects, eight)).toEqual(['neighbour+0']);
    expect(told.last.reasons).toEqual([{ code: 'event/already-seen', data: { id: first.id } }]);
  });

  it.each(['told-by-other', 'no-answer', 'not-known'] as const)('a contact that is %s is none', (how) => {
    const half = { at: at('2020-03-31 10:00'), how };
    expect(look(eight, duty([...contacts, half])).standings[0]?.status).toBe('overdue');
    expect(look(eight, duty([...contacts, { ...half, how: 'spoken' }])).standings[0]?.status).toBe('kept');
  });

  it('nothing on record is a gap before the window ends, and overdue from then on', () => {
    const morning = look(at('2020-03-31 08:00'), duty([], { since: null }));
    expect(morning.gaps).toMatchObject([{ status: 'unknown', silentDays: null }]);
    expect(morning.ladders).toEqual([]);
    const evening = look(eight, duty([], { since: null }));
    expect(evening.gaps).toMatchObject([{ status: 'overdue', reason: { code: 'knock/never-made' } }]);
    expect(evening.ladders).toHaveLength(1);
    expect(say(knockDayTexts, evening.gaps[0]!.reason, 'zh')).toBe('没有任何联系记录，不能当作平安。');
  });

  it('somebody in hospital is excused, and a duty without a cadence of its own never falls due', () => {
    const away = { from: LocalDate.parse('2020-03-31'), until: null };
    expect(look(eight, duty(contacts, { excused: [away as never] })).standings[0]?.status).toBe('excused');
    const free = ContactCadence.parse({ ...daily, cadence: 'on-demand' });
    expect(look(eight, duty(contacts, { cadence: free })).ladders).toEqual([]);
    expect(look(eight, duty([], { cadence: free })).gaps).toMatchObject([{ status: 'unknown' }]);
  });

  it('a day missed days ago is overdue in the morning, and the ladder begins when somebody looks', () => {
    const found = look(at('2020-04-02 08:00'), duty(contacts));
    expect(found.ladders[0]?.event).toMatchObject({ at: at('2020-04-02 08:00'), dueOn: '2020-03-31' });
  });
});

describe('laws', () => {
  const record = fc.record({
    minute: fc.integer({ min: 0, max: 7 * 1440 }),
    how: fc.constantFrom(
      'seen' as const,
      'spoken' as const,
      'told-by-other' as const,
      'no-answer' as const,
      'not-known' as const,
    ),
  });
  const start = at('2020-03-30 00:00');
  const contactsOf = (
    records: readonly { readonly minute: number; readonly how: ContactRecord['how'] }[],
  ): readonly ContactRecord[] => records.map(({ minute, how }) => ({ at: (start + minute * 60_000) as Instant, how }));
  const story = fc.array(record, { maxLength: 10 });
  const moment = fc.integer({ min: 1440, max: 7 * 1440 });

  it('D-02: after the window of a day, whoever was not seen or spoken to on it stands among the gaps and has a ladder', () => {
    fc.assert(
      fc.property(story, fc.integer({ min: 1, max: 6 }), (records, day) => {
        const contacts = contactsOf(records);
        const now = at(`${addDays(monday, day)} 20:00`);
        const { gaps, ladders } = look(now, duty(contacts));
        const today = at(`${addDays(monday, day)} 00:00`);
        const isKept = contacts.some(({ at: when, how }) => (how === 'seen' || how === 'spoken') && today <= when && when <= now);
        expect(gaps.length).toBe(isKept ? 0 : 1);
        expect(ladders.length).toBe(gaps.length);
      }),
      { seed: 11, numRuns: 400 },
    );
  });

  it('D-02: what is not a contact changes nothing, and one resident nothing for another', () => {
    fc.assert(
      fc.property(story, story, moment, (mine, others, minute) => {
        const now = (start + minute * 60_000) as Instant;
        const contacts = contactsOf(mine);
        const certain = contacts.filter(({ how }) => how === 'seen' || how === 'spoken');
        const alone = look(now, duty(contacts)).standings;
        expect(look(now, duty(certain)).standings).toEqual(alone);
        const both = look(now, duty(contacts), duty(contactsOf(others), { residentId: person('resident-ma') }));
        expect(both.standings.filter(({ residentId }) => residentId === jia)).toEqual(alone);
      }),
      { seed: 13, numRuns: 200 },
    );
  });

  it('planted bug: every record taken for a contact is caught by the first law', () => {
    const careless = (now: Instant, contacts: readonly ContactRecord[]) =>
      look(now, duty(contacts.map((contact) => ({ ...contact, how: 'seen' as const }))));
    const contacts: readonly ContactRecord[] = [{ at: at('2020-03-31 10:00'), how: 'no-answer' }];
    const evening = at('2020-03-31 20:00');
    expect(look(evening, duty(contacts)).gaps).toHaveLength(1);
    expect(careless(evening, contacts).gaps).toHaveLength(0);
  });
});
