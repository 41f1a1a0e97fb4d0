// A page that plans in workers and tells `told` what came of it. `options` come from whoever builds the page.
import { check, solve } from '@linli/solver/core';
import { parseProblem } from '@linli/solver/problem';
import { solveInWorkers } from '@linli/solver/worker';

const shift = { from: 480, until: 1020 };
const numbers = Array.from({ length: 24 }, (_, index) => index);

async function plan(options) {
  const parsed = parseProblem({
    helpers: ['li', 'wu', 'he'].map((id) => ({ id, shifts: [shift], from: 'p0', to: 'p0' })),
    visits: numbers.map((n) => ({ id: `v${n}`, windows: [shift], duration: 20, place: `p${n}` })),
    travel: {
      kind: 'coordinates',
      places: numbers.map((n) => ({ id: `p${n}`, x: (n * 37) % 100, y: (n * 61) % 100 })),
      perThousand: 200,
      metric: 'manhattan',
    },
  });
  const alone = await solveInWorkers(parsed.value, { workers: 1, seed: 7, steps: 300, ...options });
  const two = await solveInWorkers(parsed.value, { workers: 2, seed: 7, steps: 300, ...options });
  return {
    same: JSON.stringify(alone) === JSON.stringify(solve(parsed.value, { seed: 7, steps: 300 })),
    sound: check(parsed.value, two).ok,
  };
}

export const tell = (told, options = {}) =>
  plan(options)
    .catch((error) => ({ error: String(error) }))
    .then((answer) => fetch(told, { method: 'POST', mode: 'no-cors', body: JSON.stringify(answer) }));
