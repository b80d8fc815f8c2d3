import { type AnyNode, type CallExpression, type Node, parse } from "acorn";

/** How esbuild marks a function whose name it may have changed. */
const HELPER = "__name";
const PURE = "/* @__PURE__ */ ";

/**
 * Removes the calls by which esbuild gives functions names that they have anyway. Without this, every function that a method
 * creates costs a third of a microsecond. The rest of the code keeps its place, for the source map.
 *
 * @param code An ES module that esbuild has bundled with the option `keepNames`
 */
export function withoutNeedlessNames(code: string): string {
  const program = code.includes(`${HELPER}(`) ? parseModule(code) : undefined;
  if (program === undefined) return code;
  const removed: Range[] = [];
  visit(program, (node, parent) => {
    const naming = node.type === "CallExpression" ? readNaming(node) : undefined;
    if (naming === undefined || !isNatural(naming, parent)) return;
    const { named, call } = naming;
    const start = code.startsWith(PURE, call.start - PURE.length) ? call.start - PURE.length : call.start;
    if (named.type === "Identifier") removed.push(call);
    else removed.push({ start, end: named.start }, { start: named.end, end: call.end });
  });
  return withBlanks(code, removed);
}

/** Returns `undefined` for code that the parser does not know, which is right all the same. */
function parseModule(code: string): AnyNode | undefined {
  try {
    return parse(code, { ecmaVersion: "latest", sourceType: "module", allowHashBang: true });
  } catch {
    return undefined;
  }
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** A function that is created, or the variable of one that was declared, and the name that it is given. */
interface Naming {
  readonly call: CallExpression;
  readonly named: AnyNode;
  readonly name: string;
}

const NAMED: readonly string[] = ["ArrowFunctionExpression", "FunctionExpression", "Identifier"];

function readNaming(call: CallExpression): Naming | undefined {
  const [named, name] = call.arguments as readonly AnyNode[];
  if (call.callee.type !== "Identifier" || call.callee.name !== HELPER || call.arguments.length !== 2) return undefined;
  if (named === undefined || name?.type !== "Literal" || typeof name.value !== "string") return undefined;
  return NAMED.includes(named.type) ? { call, named, name: name.value } : undefined;
}

/** Whether the function would have the name without being given it. */
function isNatural({ call, named, name }: Naming, parent: AnyNode | undefined): boolean {
  // The statement after a declaration.
  if (named.type === "Identifier") return parent?.type === "ExpressionStatement" && named.name === name;
  if (named.type === "FunctionExpression" && named.id) return named.id.name === name;
  switch (parent?.type) {
    case "VariableDeclarator":
      return parent.init === call && nameOf(parent.id) === name;
    case "AssignmentExpression":
    case "AssignmentPattern":
      return parent.right === call && nameOf(parent.left) === name;
    case "Property":
    case "PropertyDefinition":
      return parent.value === call && !parent.computed && name !== "__proto__" && nameOf(parent.key) === name;
    default:
      return false;
  }
}

function nameOf(node: AnyNode): string | undefined {
  if (node.type === "Identifier") return node.name;
  return node.type === "Literal" && typeof node.value === "string" ? node.value : undefined;
}

/** Visits a node, and then everything in it. */
function visit(root: AnyNode, each: (node: AnyNode, parent: AnyNode | undefined) => void): void {
  const open: { readonly node: AnyNode; readonly parent: AnyNode | undefined }[] = [{ node: root, parent: undefined }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, parent } = next;
    each(node, parent);
    for (const member of Object.values(node)) {
      for (const child of Array.isArray(member) ? member : [member]) {
        if (isNode(child)) open.push({ node: child, parent: node });
      }
    }
  }
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === "object" && value !== null && typeof (value as Node).type === "string";
}

/** Replaces parts of a text by spaces. */
function withBlanks(text: string, ranges: readonly Range[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of [...ranges].sort((one, other) => one.start - other.start)) {
    parts.push(text.slice(at, start), text.slice(start, end).replace(/[^\n]/g, " "));
    at = end;
  }
  parts.push(text.slice(at));
  return parts.join("");
}
