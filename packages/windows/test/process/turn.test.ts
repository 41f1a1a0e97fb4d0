import { describe, expect, it } from 'vitest';
import { type AnyStateMachine, transition } from 'xstate';
import { drive, openProcess } from '../../src/process/drive.ts';
import type { ProcessTypes } from '../../src/process/process-types.ts';
import type { Snapshot } from '../../src/process/snapshot.ts';
import { pureTransition } from '../../src/process/turn.ts';
import { plans as caseFiles } from '../case-file/paths.ts';
import { plans as ladders } from '../ladder/paths.ts';
import type { AnyPlan } from '../paths.ts';
import { plans as visits } from '../visit/paths.ts';

const plans: readonly AnyPlan[] = [...caseFiles, ...ladders, ...visits];

describe('pureTransition', () => {
  it('W-03: gives what the pure transition of xstate gives, state, facts and actions, over many events', () => {
    let compared = 0;
    for (const { process, facts, events } of plans) {
      let layer: readonly Snapshot<ProcessTypes>[] = facts.map((one) => openProcess<ProcessTypes>(process, 'one', one));
      for (let depth = 0; depth < 3; depth += 1) {
        const next: Snapshot<ProcessTypes>[] = [];
        for (const snapshot of layer.slice(0, 12)) {
          for (const event of events(snapshot)) {
            if (event.type === 'tick') continue;
            const machine = process.machine as AnyStateMachine;
            const before = machine.resolveState({ value: snapshot.state, context: snapshot.facts });
            const [theirs, acted] = transition(machine, before, event);
            const [ours, actions] = pureTransition(machine, before, event);
            const told = (list: readonly { readonly type: string; readonly params: unknown }[]) =>
              list.map(({ type, params }) => ({ type, params }));
            expect([ours.value, ours.context, ours.status, told(actions)]).toEqual([
              theirs.value,
              theirs.context,
              theirs.status,
              told(acted),
            ]);
            compared += 1;
            next.push(drive<ProcessTypes>(process, snapshot, event).snapshot);
          }
        }
        layer = next;
      }
    }
    expect(compared).toBeGreaterThan(1000);
  });
});
