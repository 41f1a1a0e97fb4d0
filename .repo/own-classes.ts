import ts from 'typescript';

/** A place that asks for the class of another package. */
export type ForeignClass = Readonly<{ line: number; what: string }>;

const isOurs = (specifier: ts.Expression): boolean => ts.isStringLiteral(specifier) && specifier.text.startsWith('@linli/');

/** Every name that the file has from one of our packages, by whichever kind of import. */
function namesFromPackages(source: ts.SourceFile): ReadonlySet<string> {
  const names = new Set<string>();
  const bind = (name: ts.BindingName): void => {
    if (ts.isIdentifier(name)) names.add(name.text);
    else for (const element of name.elements) if (ts.isBindingElement(element)) bind(element.name);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && isOurs(node.moduleSpecifier)) {
      const clause = node.importClause;
      if (clause?.name !== undefined) names.add(clause.name.text);
      const bindings = clause?.namedBindings;
      if (bindings !== undefined && ts.isNamespaceImport(bindings)) names.add(bindings.name.text);
      if (bindings !== undefined && ts.isNamedImports(bindings)) for (const { name } of bindings.elements) names.add(name.text);
    }
    if (ts.isVariableDeclaration(node) && node.initializer !== undefined) {
      const value = ts.isAwaitExpression(node.initializer) ? node.initializer.expression : node.initializer;
      const [specifier] = ts.isCallExpression(value) ? value.arguments : [];
      const isLoad = ts.isCallExpression(value) && /^(import|require)$/.test(value.expression.getText(source));
      if (isLoad && specifier !== undefined && isOurs(specifier)) bind(node.name);
      // Under a new name it is the same class.
      const root = rootOf(value);
      if (root !== undefined && names.has(root)) bind(node.name);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return names;
}

/** `model` of `model.Fault`. */
function rootOf(node: ts.Expression): string | undefined {
  if (ts.isIdentifier(node)) return node.text;
  return ts.isPropertyAccessExpression(node) ? rootOf(node.expression) : undefined;
}

/**
 * Where a source text decides by the identity of a class of another package. Two copies of that package, as two version
 * ranges that do not meet give, have two such classes: it answers "no" for the other one's objects.
 */
export function foreignClasses(path: string, text: string): readonly ForeignClass[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, false);
  const foreign = namesFromPackages(source);
  const isForeign = (node: ts.Expression | undefined): boolean => {
    const root = node === undefined ? undefined : rootOf(node);
    return root !== undefined && foreign.has(root);
  };
  const found: ForeignClass[] = [];
  const tell = (node: ts.Node): void => {
    const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
    found.push({ line, what: node.getText(source) });
  };
  const isEquality = ({ operatorToken: { kind } }: ts.BinaryExpression): boolean =>
    kind === ts.SyntaxKind.EqualsEqualsEqualsToken || kind === ts.SyntaxKind.ExclamationEqualsEqualsToken;
  const isConstructor = (node: ts.Expression): boolean => ts.isPropertyAccessExpression(node) && node.name.text === 'constructor';
  const visit = (node: ts.Node): void => {
    if (ts.isBinaryExpression(node)) {
      const { left, right } = node;
      if (node.operatorToken.kind === ts.SyntaxKind.InstanceOfKeyword && isForeign(right)) tell(node);
      if (isEquality(node) && ((isConstructor(left) && isForeign(right)) || (isConstructor(right) && isForeign(left))))
        tell(node);
    }
    if (
      ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      node.expression.name.text === 'isPrototypeOf' &&
      isForeign(node.expression.expression)
    )
      tell(node);
    // Vitest asks `instanceof` for a class that is expected.
    if (
      ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      /^(toThrow|toThrowError|toBeInstanceOf|any)$/.test(node.expression.name.text) &&
      node.arguments.length > 0 &&
      isForeign(node.arguments[0])
    )
      tell(node);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
