import { BenchFault } from './bench-fault.ts';

/** What a file is not, when it is not. */
export interface FileKind {
  readonly zh: string;
  readonly en: string;
}

/** Reads whole numbers one after the other, whatever stands between them in blanks and lines; a fault names the line. */
export class WholeNumbers {
  readonly #text: string;
  readonly #name: string;
  readonly #kind: FileKind;
  #at = 0;

  constructor(text: string, name: string, kind: FileKind) {
    this.#text = text;
    this.#kind = kind;
    this.#name = name;
  }

  /** The next number. @throws BenchFault where there is none. */
  next(what: string, least = Number.MIN_SAFE_INTEGER): number {
    const word = this.#word();
    const value = word === '' ? Number.NaN : Number(word);
    if (Number.isSafeInteger(value) && value >= least) return value;
    const found = word === '' ? 'end of file' : `"${word}"`;
    throw this.#fault(`应为整数（${what}），而这里是 ${found}`, `a whole number is needed (${what}), here is ${found}`);
  }

  row(count: number, what: string, least?: number): number[] {
    return Array.from({ length: count }, (_, index) => this.next(`${what} ${index + 1} / ${count}`, least));
  }

  /** @throws BenchFault where anything is left. */
  end(): void {
    const word = this.#word();
    if (word !== '') throw this.#fault(`多出“${word}”`, `"${word}" is left over`);
  }

  #word(): string {
    const text = this.#text;
    let from = this.#at;
    while (from < text.length && text.charCodeAt(from) <= 32) from++;
    let until = from;
    while (until < text.length && text.charCodeAt(until) > 32) until++;
    this.#at = until;
    return text.slice(from, until);
  }

  #fault(zh: string, en: string): BenchFault {
    return new BenchFault(
      `${this.#name}:${this.#text.slice(0, this.#at).split('\n').length}`,
      `不是${this.#kind.zh}：${zh}`,
      `not ${this.#kind.en}: ${en}`,
    );
  }
}
