// A first real use of the installed packages: wall time, age, and chance that can be repeated.
import assert from 'node:assert/strict';
import {
  addDays,
  ageOn,
  instantAt,
  LocalDate,
  localDateOf,
  seededRandom,
  spanSeconds,
  WallTime,
  wallTimeOf,
  Zone,
} from '@linli/model';

const zone = Zone.parse('Asia/Shanghai');
const monday = LocalDate.parse('2026-11-23');
assert.equal(addDays(monday, 7), '2026-11-30');
assert.equal(ageOn(LocalDate.parse('1940-11-24'), monday), 85);

const from = instantAt(monday, WallTime.parse('09:30'), zone);
const until = instantAt(monday, WallTime.parse('10:15'), zone);
assert.equal(spanSeconds({ from, until }), 45 * 60);
assert.equal(localDateOf(from, zone), monday);
assert.equal(wallTimeOf(until, zone), '10:15');

const [one, same] = [seededRandom(7), seededRandom(7)];
assert.deepEqual([one.nextInt(1000), one.nextInt(1000)], [same.nextInt(1000), same.nextInt(1000)]);
