/** Why a decision went the way it did. Its words, zh and en, live in the texts of its package under `code`. */
export interface Reason<Code extends string = string> {
  readonly code: Code;
  readonly data?: Readonly<Record<string, string | number>>;
}

export type Yes<Value, Code extends string = string> = {
  readonly ok: true;
  readonly value: Value;
  readonly reasons: readonly Reason<Code>[];
};
export type No<Code extends string = string> = {
  readonly ok: false;
  readonly reasons: readonly [Reason<Code>, ...Reason<Code>[]];
};

/** "No" is an answer, so it is a value; it always says why. */
export type Decision<Value, Code extends string = string> = Yes<Value, Code> | No<Code>;

export const yes = <Value, Code extends string>(value: Value, reasons: readonly Reason<Code>[] = []): Yes<Value, Code> => ({
  ok: true,
  value,
  reasons,
});

export const no = <Code extends string>(code: Code, data?: Reason['data']): No<Code> => ({
  ok: false,
  reasons: [data === undefined ? { code } : { code, data }],
});
