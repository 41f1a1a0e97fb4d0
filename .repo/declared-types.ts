import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import type { Manifest } from './workspace.ts';

const options: ts.CompilerOptions = {
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  target: ts.ScriptTarget.ES2024,
  noEmit: true,
};

const declarationsIn = (folder: string): readonly string[] => {
  const dist = join(folder, 'dist');
  if (!existsSync(dist)) return [];
  return readdirSync(dist)
    .filter((name) => name.endsWith('.d.ts'))
    .map((name) => join(dist, name));
};

/** Lines that import types which do not compile under every strictness (`exactOptionalPropertyTypes`). */
export const foreignTypes = (folder: string): readonly string[] =>
  declarationsIn(folder).flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => /from ['"]xstate|import\(['"]xstate/.test(line)),
  );

/**
 * Interfaces and classes that the built declarations speak of and no entry exports. Whoever compiles with `declaration: true`
 * cannot name them (TS4023, TS2883), and nobody can write down what a function answers. An alias is written out in full by the
 * compiler and needs no name.
 */
export function namelessTypes(folder: string, { exports = {} }: Manifest): readonly string[] {
  const files = declarationsIn(folder);
  if (files.length === 0) return [];
  const entries = Object.values(exports).flatMap((entry) =>
    typeof entry === 'string' ? [] : [join(folder, entry['types'] ?? '')],
  );
  const program = ts.createProgram(files, options);
  const checker = program.getTypeChecker();
  const named = new Set(
    entries.flatMap((entry) => {
      const source = program.getSourceFile(entry);
      const module = source && checker.getSymbolAtLocation(source);
      return (module ? checker.getExportsOfModule(module) : []).map((symbol) =>
        symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol,
      );
    }),
  );
  return files.flatMap((file) =>
    (program.getSourceFile(file)?.statements ?? []).flatMap((statement) => {
      if (!ts.isInterfaceDeclaration(statement) && !ts.isClassDeclaration(statement)) return [];
      const symbol = statement.name && checker.getSymbolAtLocation(statement.name);
      return symbol === undefined || named.has(symbol) ? [] : [symbol.name];
    }),
  );
}
