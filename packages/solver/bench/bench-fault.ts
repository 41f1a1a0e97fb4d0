/** Why a file or a call could not be used, for a person to read. `at` says where: a file, a line, an option. */
export class BenchFault extends Error {
  constructor(at: string, zh: string, en: string) {
    super(`${at}\n  ${zh}\n  ${en}`);
    this.name = 'BenchFault';
  }
}
