import { chooseEngine } from '../engines/choose-engine.ts';
import type { Engine } from '../engines/engine.ts';
import { type Frame, frameOf } from '../frame.ts';
import { planOf } from '../score.ts';
import { inOneGo } from '../slices.ts';
import type { Answered, Asked } from './messages.ts';

/** One search that does as it is told and knows no time: the asker holds the clock. */
export function server(): (asked: Asked) => Answered {
  let open: { readonly frame: Frame; readonly engine: Engine } | undefined;
  return (asked) => {
    try {
      if (asked.ask === 'open') {
        const frame = frameOf(asked.problem);
        open = { frame, engine: inOneGo(chooseEngine(frame, asked.seed, [])) };
        open.engine.begin?.(Number.POSITIVE_INFINITY);
      }
      if (open === undefined) return { told: 'fault', message: `asked to ${asked.ask} before a problem was given` };
      const { frame, engine } = open;
      if (asked.ask === 'plan') return { told: 'plan', plan: planOf(frame, engine.planned()) };
      for (const [steps, from, to] of asked.ask === 'run' ? asked.turns : []) if (!engine.isDone) engine.run(steps, from, to);
      const { medium, soft } = engine.best;
      return { told: 'state', state: { steps: engine.steps, medium, soft, bound: engine.bound, isDone: engine.isDone } };
    } catch (error) {
      return { told: 'fault', message: error instanceof Error ? error.message : String(error) };
    }
  };
}
