import { describe, expect, it } from 'vitest';
import { checkGap, readGap } from '../bench/read-gap.ts';
import { checkLap, readLap } from '../bench/read-lap.ts';

describe('the readers and judges of assignment files', () => {
  const gap = '2 3\n1 2 3\n4 5 6\n7 8 9\n1 1 1\n20 2\n';
  it('reads a generalized assignment file and judges an answer from it alone', () => {
    expect(readGap(gap)).toEqual({
      costs: [
        [1, 2, 3],
        [4, 5, 6],
      ],
      loads: [
        [7, 8, 9],
        [1, 1, 1],
      ],
      capacities: [20, 2],
    });
    expect(checkGap(gap, [0, 1, 1])).toEqual({ cost: 12, faults: [] });
    expect(checkGap(gap, [1, 1, 1]).faults).toEqual(['agent 1 carries 3 of 2']);
    expect(checkGap(gap, [0, 2, 1]).faults).toHaveLength(1);
    expect(checkGap(gap, [0, 1]).faults).toHaveLength(1);
    expect(() => readGap('2 3 1')).toThrow('not a generalized');
  });

  it('reads an assignment file and judges an answer from it alone', () => {
    const lap = '2\n1 2\n3 4\n';
    expect(readLap(lap)).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(checkLap(lap, [1, 0])).toEqual({ cost: 5, faults: [] });
    expect(checkLap(lap, [1, 1]).faults).toEqual(['column 1 is taken twice']);
    expect(checkLap(lap, [2, 0]).faults).toHaveLength(1);
    expect(checkLap(lap, [0]).faults).toHaveLength(1);
    expect(() => readLap('2 1')).toThrow('not an assignment');
  });
});
