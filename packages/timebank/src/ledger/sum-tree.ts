/** A number at an instant. */
export interface Weight {
  readonly at: number;
  readonly units: number;
}

/** A run of facts sorted by instant, with the sum up to each. */
interface Block {
  readonly at: Float64Array;
  readonly sums: Float64Array;
}

const leaf = 64;
const fan = 8;

/**
 * Sums of a growing list by instant, for facts that come in any order: "of the first `count` facts, the sum of those at
 * `at` or before". Blocks of 64, 512, 4096, ... facts are sorted once they are full and never change, so an earlier
 * length is answered as fast as the latest: for n facts in about `7 log8(n/64)` searches and 64 additions.
 */
export class SumTree {
  readonly #levels: Block[][] = [];
  readonly #size: () => number;
  readonly #read: (index: number) => Weight;
  #built = 0;

  constructor(size: () => number, read: (index: number) => Weight) {
    this.#size = size;
    this.#read = read;
  }

  sumUpTo(count: number, at: number): number {
    this.#build();
    let sum = 0;
    let index = 0;
    for (let level = this.#levels.length - 1; level >= 0; level -= 1) {
      const width = leaf * fan ** level;
      while (index + width <= count) {
        sum += sumIn(this.#levels[level]![index / width]!, at);
        index += width;
      }
    }
    for (; index < count; index += 1) {
      const weight = this.#read(index);
      if (weight.at <= at) sum += weight.units;
    }
    return sum;
  }

  #build(): void {
    const size = this.#size();
    for (; this.#built + leaf <= size; this.#built += leaf) this.#add(0, this.#leafAt(this.#built));
  }

  #add(level: number, block: Block): void {
    this.#levels[level] ??= [];
    const blocks = this.#levels[level];
    blocks.push(block);
    if (blocks.length % fan === 0) this.#add(level + 1, mergedAll(blocks.slice(-fan)));
  }

  /** Facts mostly come in order, so each is put in its place from the end. */
  #leafAt(from: number): Block {
    const weights: Weight[] = [];
    for (let index = 0; index < leaf; index += 1) {
      const weight = this.#read(from + index);
      let place = index;
      for (; place > 0 && weights[place - 1]!.at > weight.at; place -= 1) weights[place] = weights[place - 1]!;
      weights[place] = weight;
    }
    const block = emptyBlock(leaf);
    let sum = 0;
    for (const [index, { at, units }] of weights.entries()) {
      sum += units;
      block.at[index] = at;
      block.sums[index] = sum;
    }
    return block;
  }
}

function sumIn({ at: instants, sums }: Block, at: number): number {
  let low = 0;
  let high = instants.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (instants[middle]! <= at) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? 0 : sums[low - 1]!;
}

const emptyBlock = (size: number): Block => ({ at: new Float64Array(size), sums: new Float64Array(size) });

/** Two by two, until one is left. */
function mergedAll(blocks: readonly Block[]): Block {
  let round = blocks;
  while (round.length > 1) {
    round = Array.from({ length: round.length / 2 }, (_, index) => merged(round[2 * index]!, round[2 * index + 1]!));
  }
  return round[0]!;
}

function merged(first: Block, second: Block): Block {
  const size = first.at.length + second.at.length;
  const block = emptyBlock(size);
  let left = 0;
  let right = 0;
  for (let index = 0; index < size; index += 1) {
    const isLeft = right >= second.at.length || (left < first.at.length && first.at[left]! <= second.at[right]!);
    block.at[index] = isLeft ? first.at[left]! : second.at[right]!;
    if (isLeft) left += 1;
    else right += 1;
    block.sums[index] = (left === 0 ? 0 : first.sums[left - 1]!) + (right === 0 ? 0 : second.sums[right - 1]!);
  }
  return block;
}
