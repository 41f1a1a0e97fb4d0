// A first real use from CommonJS: a plan, and why somebody is left out of it.
const assert = require('node:assert/strict');
const { say } = require('@linli/model');
const { check, explain, solve } = require('@linli/solver');
const { parseProblem } = require('@linli/solver/problem');
const { solverTexts } = require('@linli/solver/texts');

const shift = { from: 480, until: 720 };
const parsed = parseProblem({
  helpers: [{ id: 'li', shifts: [shift], skills: ['meal'] }],
  visits: [
    { id: 'lunch', windows: [shift], duration: 15, skills: ['meal'], place: 'a' },
    { id: 'pressure', windows: [shift], duration: 10, skills: ['nurse'], place: 'a' },
  ],
  travel: { kind: 'matrix', places: ['a'], times: [[0]] },
});
assert.ok(parsed.ok);
const plan = solve(parsed.value, { seed: 1, steps: 100 });
assert.ok(check(parsed.value, plan).ok);
const [left] = explain(parsed.value, plan).unassigned;
assert.equal(say(solverTexts, left.reasons[0], 'en'), 'Nobody who may come has the skill "nurse"');

const refused = parseProblem({ helpers: [], visits: [{ id: 'x' }], travel: { kind: 'matrix', places: [], times: [] } });
assert.ok(!refused.ok && refused.reasons.every(({ code }) => code === 'problem/missing'));
