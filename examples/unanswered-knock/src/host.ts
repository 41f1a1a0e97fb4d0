import type { Instant } from '@linli/model';
import { createStore, type StorageDriver } from '@linli/storage';
import { advance, catchUp, nextDeadline, processes, type Snapshot, type TypesOf, wake } from '@linli/windows';
import * as z from 'zod';

type LadderTypes = TypesOf<'ladder'>;
type Ladder = Snapshot<LadderTypes>;
export type Effect = ReturnType<typeof advance<LadderTypes>>['effects'][number];

/** What the host does with an effect: rings somebody up, shows it on a board. May be called twice for one id, never by a healthy host. */
export type Send = (effect: Effect) => void;

const KeptLadder = z.preprocess((kept) => {
  const woken = wake(kept, 'ladder');
  return woken.ok ? woken.value : kept;
}, processes.ladder.Snapshot);

/** An effect that has to be sent; it stays until it was. */
const Waiting = z.looseObject({ id: z.string(), sent: z.boolean() });

export interface Host {
  readonly begin: (ladder: Ladder, event: LadderTypes['event']) => Promise<void>;
  readonly tell: (id: string, event: LadderTypes['event']) => Promise<readonly string[]>;
  /** After a start, and whenever `dueAt` has come: everything that was missed, and everything that was not sent. */
  readonly wakeUp: (now: Instant) => Promise<void>;
  readonly dueAt: () => Promise<Instant | null>;
}

/**
 * Keeps every ladder and every unsent effect in one commit, and sends afterwards. Killed between the two, it finds the
 * effects again when it wakes; killed before, it works out the same ones under the same ids.
 */
export function createHost(driver: StorageDriver, send: Send): Host {
  const store = createStore(driver, { ladders: KeptLadder, effects: Waiting });

  async function keep(cause: string, at: Instant, ladder: Ladder, effects: readonly Effect[]): Promise<void> {
    const waiting = Object.fromEntries(effects.map((effect) => [effect.id, { ...effect, sent: false }]));
    const put = { ladders: { [ladder.id]: ladder }, effects: waiting };
    await store.session().commit({ id: cause, at, actor: 'host', why: cause, put });
    for (const effect of effects) await sendOnce(effect, at);
  }

  async function sendOnce(effect: Effect, at: Instant): Promise<void> {
    send(effect);
    const put = { effects: { [effect.id]: { ...effect, sent: true } } };
    await store.session().commit({ id: `sent ${effect.id}`, at, actor: 'host', why: 'sent', put });
  }

  async function step(ladder: Ladder, event: LadderTypes['event']): Promise<readonly string[]> {
    const { snapshot, effects, reasons } = advance<LadderTypes>(ladder, event);
    await keep(`event ${event.id}`, event.at, snapshot, effects);
    return reasons.map(({ code }) => code);
  }

  return {
    async begin(ladder, event) {
      if ((await store.session().read('ladders', ladder.id)) === undefined) await step(ladder, event);
    },
    async tell(id, event) {
      const ladder = await store.session().read('ladders', id);
      return ladder === undefined ? ['ladder/unknown-here'] : step(ladder, event);
    },
    async wakeUp(now) {
      for (const effect of await store.session().list('effects')) if (!effect.sent) await sendOnce(withoutMark(effect), now);
      for (const ladder of await store.session().list('ladders')) {
        const due = nextDeadline(ladder);
        if (due === null || due > now) continue;
        const { snapshot, effects } = catchUp<LadderTypes>(ladder, now);
        await keep(`wake ${ladder.id} ${now}`, now, snapshot, effects);
      }
    },
    async dueAt() {
      const due = (await store.session().list('ladders')).flatMap((ladder) => nextDeadline(ladder) ?? []);
      return due.length === 0 ? null : (Math.min(...due) as Instant);
    },
  };
}

const withoutMark = ({ sent: _, ...effect }: z.infer<typeof Waiting>): Effect => effect as unknown as Effect;
