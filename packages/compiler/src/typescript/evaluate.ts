import { bareExpression } from "./bare-expression.js";
import { constInitializer } from "./const-initializer.js";
import { resolveAlias } from "./resolve-alias.js";
import { ts } from "./typescript.js";

/** The value of a constant expression, or the part that is not constant. */
export type Evaluated = { readonly value: unknown } | { readonly unknown: ts.Node };

/** Evaluates literals, objects and arrays of them, enum members and constants, without running anything. */
export function evaluate(expression: ts.Expression, checker: ts.TypeChecker): Evaluated {
  const node = bareExpression(expression);
  const literal = evaluateLiteral(node);
  if (literal) return literal;
  if (ts.isTemplateExpression(node)) return evaluateTemplate(node, checker);
  if (ts.isArrayLiteralExpression(node)) return evaluateArray(node, checker);
  if (ts.isObjectLiteralExpression(node)) return evaluateObject(node, checker);
  if (ts.isPrefixUnaryExpression(node)) return evaluateSign(node, checker);
  if (ts.isBinaryExpression(node)) return evaluateOperation(node, checker);
  return evaluateReference(node, checker);
}

function evaluateLiteral(node: ts.Expression): Evaluated | undefined {
  if (ts.isStringLiteralLike(node)) return { value: node.text };
  if (ts.isNumericLiteral(node)) return { value: Number(node.text) };
  if (ts.isBigIntLiteral(node)) return { value: BigInt(node.text.slice(0, -1)) };
  if (node.kind === ts.SyntaxKind.TrueKeyword) return { value: true };
  if (node.kind === ts.SyntaxKind.FalseKeyword) return { value: false };
  if (node.kind === ts.SyntaxKind.NullKeyword) return { value: null };
  return ts.isIdentifier(node) && node.text === "undefined" ? { value: undefined } : undefined;
}

function evaluateTemplate(node: ts.TemplateExpression, checker: ts.TypeChecker): Evaluated {
  let text = node.head.text;
  for (const span of node.templateSpans) {
    const part = evaluate(span.expression, checker);
    if (!("value" in part)) return part;
    if (typeof part.value === "object") return { unknown: span.expression };
    text += `${part.value}${span.literal.text}`;
  }
  return { value: text };
}

function evaluateArray(node: ts.ArrayLiteralExpression, checker: ts.TypeChecker): Evaluated {
  const values: unknown[] = [];
  for (const element of node.elements) {
    const result = evaluate(ts.isSpreadElement(element) ? element.expression : element, checker);
    if (!("value" in result)) return result;
    if (!ts.isSpreadElement(element)) values.push(result.value);
    else if (Array.isArray(result.value)) values.push(...result.value);
    else return { unknown: element };
  }
  return { value: values };
}

function evaluateObject(node: ts.ObjectLiteralExpression, checker: ts.TypeChecker): Evaluated {
  const entries: [string, unknown][] = [];
  for (const property of node.properties) {
    const result = evaluateProperty(property, checker);
    if (!("value" in result)) return result;
    if (!ts.isSpreadAssignment(property)) entries.push([propertyName(property, checker) ?? "", result.value]);
    else entries.push(...Object.entries(result.value as object));
  }
  return { value: Object.fromEntries(entries) };
}

/** The value of one property; for a spread, the whole object. */
export function evaluateProperty(property: ts.ObjectLiteralElementLike, checker: ts.TypeChecker): Evaluated {
  if (ts.isSpreadAssignment(property)) return evaluate(property.expression, checker);
  if (propertyName(property, checker) === undefined) return { unknown: property };
  if (ts.isPropertyAssignment(property)) return evaluate(property.initializer, checker);
  if (!ts.isShorthandPropertyAssignment(property)) return { unknown: property };
  const symbol = checker.getShorthandAssignmentValueSymbol(property);
  return evaluateSymbol(symbol, property.name, checker);
}

/** The name of a property, if it is known. */
export function propertyName(property: ts.ObjectLiteralElementLike, checker: ts.TypeChecker): string | undefined {
  const { name } = property;
  if (!name) return undefined;
  if (!ts.isComputedPropertyName(name)) return name.text;
  const result = evaluate(name.expression, checker);
  return "value" in result && typeof result.value !== "object" ? String(result.value) : undefined;
}

function evaluateSign(node: ts.PrefixUnaryExpression, checker: ts.TypeChecker): Evaluated {
  const operand = evaluate(node.operand, checker);
  if (!("value" in operand)) return operand;
  const { value } = operand;
  if (node.operator === ts.SyntaxKind.MinusToken && (typeof value === "number" || typeof value === "bigint")) {
    return { value: -value };
  }
  if (node.operator === ts.SyntaxKind.PlusToken && typeof value === "number") return { value };
  if (node.operator === ts.SyntaxKind.ExclamationToken) return { value: !value };
  return { unknown: node };
}

function evaluateOperation(node: ts.BinaryExpression, checker: ts.TypeChecker): Evaluated {
  const operator = node.operatorToken.getText();
  const [left, right] = [evaluate(node.left, checker), evaluate(node.right, checker)];
  if (!("value" in left)) return left;
  if (!("value" in right)) return right;
  if (operator === "+" && typeof left.value === "string" && isPlain(right.value))
    return { value: left.value + String(right.value) };
  const operation = ARITHMETIC.get(operator);
  if (!operation || typeof left.value !== "number" || typeof right.value !== "number") return { unknown: node };
  return { value: operation(left.value, right.value) };
}

const ARITHMETIC: ReadonlyMap<string, (a: number, b: number) => number> = new Map([
  ["+", (a, b) => a + b],
  ["-", (a, b) => a - b],
  ["*", (a, b) => a * b],
  ["/", (a, b) => a / b],
  ["%", (a, b) => a % b],
  ["**", (a, b) => a ** b],
  ["|", (a, b) => a | b],
  ["<<", (a, b) => a << b],
]);

function isPlain(value: unknown): boolean {
  return value === null || typeof value !== "object";
}

function evaluateReference(node: ts.Expression, checker: ts.TypeChecker): Evaluated {
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) {
    const member = checker.getConstantValue(node);
    if (member !== undefined) return { value: member };
    return evaluateAccess(node, checker);
  }
  if (!ts.isIdentifier(node)) return { unknown: node };
  return evaluateSymbol(checker.getSymbolAtLocation(node), node, checker);
}

function evaluateAccess(
  node: ts.PropertyAccessExpression | ts.ElementAccessExpression,
  checker: ts.TypeChecker,
): Evaluated {
  const key = ts.isPropertyAccessExpression(node)
    ? { value: node.name.text }
    : evaluate(node.argumentExpression, checker);
  if (!("value" in key)) return key;
  const object = evaluate(node.expression, checker);
  // A constant in a namespace import is not a property of an object literal.
  if (!("value" in object)) return evaluateSymbol(checker.getSymbolAtLocation(node), node, checker);
  const { value } = object;
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, String(key.value))) return { unknown: node };
  return { value: (value as { readonly [key: string]: unknown })[String(key.value)] };
}

function evaluateSymbol(symbol: ts.Symbol | undefined, node: ts.Expression, checker: ts.TypeChecker): Evaluated {
  const target = resolveAlias(symbol, checker);
  const initializer = constInitializer(target) ?? jsonExpression(target);
  if (!initializer) return evaluateType(node, checker);
  if (underEvaluation.has(initializer)) return { unknown: node };
  underEvaluation.add(initializer);
  const result = evaluate(initializer, checker);
  underEvaluation.delete(initializer);
  return result;
}

/** The content of an imported JSON file. */
function jsonExpression(symbol: ts.Symbol | undefined): ts.Expression | undefined {
  const file = symbol?.valueDeclaration;
  if (!file || !ts.isSourceFile(file) || !file.fileName.endsWith(".json")) return undefined;
  const [statement] = file.statements;
  return statement && ts.isExpressionStatement(statement) ? statement.expression : undefined;
}

/** Two constants may refer to each other. */
const underEvaluation = new Set<ts.Expression>();

/** A declaration file has no values, but the type may have one: `declare const LIMIT: 10`. */
function evaluateType(node: ts.Expression, checker: ts.TypeChecker): Evaluated {
  const type = checker.getTypeAtLocation(node);
  return type.isStringLiteral() || type.isNumberLiteral() ? { value: type.value } : { unknown: node };
}
