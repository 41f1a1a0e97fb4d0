import { describe, expect, it } from 'vitest';
import { buildNetwork, measures } from '../src/index.ts';
import { network, on, records, template } from './six-people.ts';

describe('measures', () => {
  const seen = measures(network, template, on, { formal: ['property'], informal: ['neighbour'] });

  it('M-01: three need a knock, two have it; one needs a guard and has it', () => {
    // 2 of 3 -> floor(2000 / 3) = 666
    expect(seen.duties).toEqual([
      { duty: 'knock', needed: 3, covered: 2, sharePermille: 666, uncoveredResidentIds: ['lu'] },
      { duty: 'guard', needed: 1, covered: 1, sharePermille: 1000, uncoveredResidentIds: [] },
    ]);
  });

  it('M-02: fu hangs on chen, jia (guard) on tang; jia has two who knock and hangs on neither', () => {
    expect(seen.singlePoints).toEqual([
      { helperId: 'chen', residentIds: ['fu'] },
      { helperId: 'tang', residentIds: ['jia'] },
    ]);
  });

  it('M-03: fu - chen - jia - lu, jia - tang: without chen fu is cut off; lu and tang are ends; jia is no helper', () => {
    expect(seen.bridgeHelperIds).toEqual(['chen']);
  });

  it('M-07: ties 2, 1, 1, 0 over four helpers', () => {
    expect(seen.load.helpers).toEqual([
      { helperId: 'chen', ties: 2, residents: 2 },
      { helperId: 'lu', ties: 1, residents: 1 },
      { helperId: 'tang', ties: 1, residents: 1 },
      { helperId: 'song', ties: 0, residents: 0 },
    ]);
    // ranked 0, 1, 1, 2: 1x0 + 2x1 + 3x1 + 4x2 = 13; (2x13 - 5x4) / (4x4) = 6/16 = 0.375
    expect(seen.load.giniPermille).toBe(375);
  });

  it('D-16 (the split), M-08: three neighbourly ties, one formal; 1/4 = 250; without lists nothing is guessed', () => {
    expect(seen.support).toEqual({ formal: 1, informal: 3, unclassified: 0, formalPermille: 250 });
    expect(measures(network, template, on).support).toEqual({ formal: 0, informal: 0, unclassified: 4, formalPermille: null });
  });

  it('M-11: grid 1 has 2 of 2 needs met (both of jia), grid 2 has 1 of 2 (fu yes, lu no)', () => {
    expect(seen.grids).toEqual([
      { grid: 1, needed: 2, covered: 2, sharePermille: 1000, uncoveredResidentIds: [] },
      { grid: 2, needed: 2, covered: 1, sharePermille: 500, uncoveredResidentIds: ['lu'] },
    ]);
  });

  it('isolated: lu gives a knock and gets none', () => {
    expect(seen.isolatedResidentIds).toEqual(['lu']);
  });

  it('nothing needed is not all covered', () => {
    const nobody = measures(buildNetwork({ ...records, residents: [], ties: [] }), template, on);
    expect(nobody.duties.map(({ sharePermille }) => sharePermille)).toEqual([null, null]);
    expect(nobody.load.giniPermille).toBe(0);
  });
});
