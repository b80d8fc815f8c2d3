import { ts } from "../../packages/compiler/src/typescript/typescript.js";

/** Something a module exports, as a type that a parameter can have. */
export interface ExportedType {
  readonly name: string;
  /** The type, with `module` for the module's namespace. */
  readonly type: (module: string) => string;
}

/** What a module exports under a name of its own, read from its text alone. */
export function exportedTypes(text: string): readonly ExportedType[] {
  const file = ts.createSourceFile("module.ts", text, ts.ScriptTarget.Latest);
  return file.statements.flatMap((statement): readonly ExportedType[] => {
    const isExported = ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some(isExportKeyword);
    if (!isExported || !("name" in statement)) return variables(statement, isExported === true);
    const name = (statement.name as ts.Identifier | undefined)?.text;
    if (name === undefined) return [];
    if (ts.isFunctionDeclaration(statement)) return ofFunction(name);
    if (ts.isClassDeclaration(statement)) return [ofType(name, statement), ...ofConstructor(name, statement)];
    if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) return [ofType(name, statement)];
    return ts.isEnumDeclaration(statement) ? [{ name, type: (module) => `${module}.${name}` }] : [];
  });
}

function variables(statement: ts.Statement, isExported: boolean): readonly ExportedType[] {
  if (!isExported || !ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations.flatMap(({ name }) => {
    return ts.isIdentifier(name)
      ? [{ name: name.text, type: (module: string) => `typeof ${module}.${name.text}` }]
      : [];
  });
}

function ofFunction(name: string): readonly ExportedType[] {
  return [
    { name: `${name}Parameters`, type: (module) => `Parameters<typeof ${module}.${name}>` },
    { name: `${name}Result`, type: (module) => `ReturnType<typeof ${module}.${name}>` },
  ];
}

function ofConstructor(name: string, { modifiers }: ts.ClassDeclaration): readonly ExportedType[] {
  if (modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AbstractKeyword)) return [];
  return [{ name: `${name}Parameters`, type: (module) => `ConstructorParameters<typeof ${module}.${name}>` }];
}

function ofType(
  name: string,
  { typeParameters }: { readonly typeParameters?: ts.NodeArray<ts.TypeParameterDeclaration> | undefined },
): ExportedType {
  // `any` satisfies every constraint.
  const values = (typeParameters ?? []).map(({ constraint }) => (constraint === undefined ? "string" : "any"));
  const list = values.length === 0 ? "" : `<${values.join(", ")}>`;
  return { name, type: (module) => `${module}.${name}${list}` };
}

function isExportKeyword({ kind }: ts.ModifierLike): boolean {
  return kind === ts.SyntaxKind.ExportKeyword;
}
