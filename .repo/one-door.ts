import ts from 'typescript';

/** A place in a source where time, chance or a timer comes in by another door than a port. */
export type OtherDoor = Readonly<{ line: number; what: string }>;

const members: Readonly<Record<string, readonly string[]>> = {
  Date: ['now'],
  Math: ['random'],
  performance: ['now', 'timeOrigin'],
  crypto: ['randomUUID', 'getRandomValues', 'randomBytes', 'randomInt'],
  Temporal: ['Now'],
};
const globals = ['setTimeout', 'setInterval', 'setImmediate', 'randomUUID', 'randomBytes', 'randomInt'];

/** What a node does at another door, if anything. Types and comments never count; `Date.UTC` and `Date.parse` are arithmetic. */
function otherDoor(node: ts.Node, source: ts.SourceFile): string | undefined {
  if (ts.isPropertyAccessExpression(node)) {
    const owner = node.expression.getText(source).replace(/^globalThis\./, '');
    return members[owner]?.includes(node.name.text) ? `${owner}.${node.name.text}` : undefined;
  }
  if (ts.isNewExpression(node)) {
    const name = node.expression.getText(source).replace(/^globalThis\./, '');
    const readsClock = name === 'Date' || (name.endsWith('Date') && (node.arguments?.length ?? 0) === 0);
    return readsClock ? `new ${name}(` : undefined;
  }
  if (ts.isCallExpression(node) && node.expression.getText(source) === 'Date') return 'Date(';
  if (ts.isIdentifier(node) && globals.includes(node.text)) return node.text;
  return undefined;
}

/** Every other door in one source text, in order. */
export function otherDoors(path: string, text: string): readonly OtherDoor[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, false);
  const found: OtherDoor[] = [];
  const visit = (node: ts.Node): void => {
    const what = otherDoor(node, source);
    if (what !== undefined) found.push({ line: source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1, what });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
