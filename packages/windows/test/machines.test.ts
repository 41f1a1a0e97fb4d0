import { describe, expect, it } from 'vitest';
import { getAdjacencyMap } from 'xstate/graph';
import { CycleState, dailyCycle, demandLine, LineState } from '../src/index.ts';

const phases = ['collect', 'assign', 'execute', 'deliver'] as const;
const deadlines = phases.flatMap((phase) => [
  { type: 'opens' as const, phase },
  { type: 'ends' as const, phase, isLast: false },
  { type: 'ends' as const, phase, isLast: true },
]);
const moves = (['approve', 'assigned', 'unassignable', 'prepared', 'done', 'cancelled', 'carried'] as const).map((type) => ({
  type,
}));

interface Picture {
  readonly state: string;
  readonly isFinal: boolean;
  readonly exits: readonly string[];
}
interface Node {
  readonly state: { readonly value: string; readonly status: string };
  readonly transitions: object;
}
const draw = (nodes: readonly Node[]): readonly Picture[] =>
  nodes.map(({ state, transitions }) => {
    const nexts: readonly { readonly state: { readonly value: string } }[] = Object.values(transitions);
    return {
      state: state.value,
      isFinal: state.status === 'done',
      exits: nexts.map((next) => next.state.value).filter((value) => value !== state.value),
    };
  });
const days = draw(Object.values(getAdjacencyMap(dailyCycle, { events: deadlines })));
const lines = draw(Object.values(getAdjacencyMap(demandLine, { events: moves })));

/** States from which no final state can be reached. */
function traps(pictures: readonly Picture[]): readonly string[] {
  const reaching = new Set(pictures.filter(({ isFinal }) => isFinal).map(({ state }) => state));
  for (let before = -1; before !== reaching.size; ) {
    before = reaching.size;
    for (const { state, exits } of pictures) if (exits.some((exit) => reaching.has(exit))) reaching.add(state);
  }
  return pictures.map(({ state }) => state).filter((state) => !reaching.has(state));
}

describe('W-17: every state is reached, and from every state an end is reached', () => {
  it('dailyCycle', () => {
    expect(days.map(({ state }) => state).sort()).toEqual([...CycleState.options].sort());
    expect(traps(days)).toEqual([]);
    expect(days.filter(({ isFinal }) => isFinal).map(({ state }) => state)).toEqual(['closed']);
  });

  it('demandLine', () => {
    expect(lines.map(({ state }) => state).sort()).toEqual([...LineState.options].sort());
    expect(traps(lines)).toEqual([]);
    expect(
      lines
        .filter(({ isFinal }) => isFinal)
        .map(({ state }) => state)
        .sort(),
    ).toEqual(['cancelled', 'carried', 'done']);
  });

  it('planted bug: a state with its way out taken away is found', () => {
    expect(traps(days.map((picture) => (picture.state === 'after-execute' ? { ...picture, exits: [] } : picture)))).toEqual([
      'after-execute',
    ]);
  });
});
