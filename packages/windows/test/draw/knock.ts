import type { Drawable } from '../../src/draw/edges.ts';

const text = (zh: string, en: string) => ({ zh, en });

/** A machine small enough to be drawn by hand. */
export const knock: Drawable = {
  name: 'knock',
  initial: 'knocked',
  states: {
    knocked: {
      answered: [{ to: 'safe', because: 'knock/heard' }],
      noted: [{ to: 'knocked', because: 'knock/noted' }],
      moved: [{ guard: 'is-later', to: 'carried', because: 'knock/carried' }, { because: 'knock/backwards' }],
      due: [
        { guard: 'is-night', to: 'knocked', because: 'knock/waits' },
        { to: 'asking-round', because: 'knock/silent' },
      ],
    },
    'asking-round': {
      answered: [
        { guard: 'is-night', to: 'safe', because: 'knock/heard' },
        { to: 'safe', because: 'knock/heard' },
      ],
      moved: [{ guard: 'is-later', to: 'carried', because: 'knock/carried' }, { because: 'knock/backwards' }],
    },
    safe: {},
    carried: {},
  },
  texts: {
    'knock/title': text('一次敲门', 'One knock'),
    'knock/heard': text('{name}应了门。', '{name} came to the door.'),
    'knock/noted': text('记下了。', 'Noted.'),
    'knock/carried': text('改到 {date}。', 'Carried to {date}.'),
    'knock/backwards': text('只能改到以后。', 'Only to a later date.'),
    'knock/waits': text('等天亮。', 'It waits for the morning.'),
    'knock/silent': text('没有回音，去问。', 'No answer: somebody asks.'),
    'knock-state/knocked': text('敲过门', 'knocked'),
    'knock-state/asking-round': text('在打听', 'asking round'),
    'knock-state/safe': text('平安', 'safe'),
    'knock-state/carried': text('已改期', 'carried'),
    'knock-event/answered': text('有人应门', 'answered'),
    'knock-event/noted': text('记一笔', 'noted'),
    'knock-event/moved': text('改期', 'moved'),
    'knock-guard/is-later': text('日子在后', 'to a later date'),
    'knock-guard/is-night': text('夜里', 'at night'),
  },
};
