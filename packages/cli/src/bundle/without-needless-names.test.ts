import { transform } from "esbuild";
import { expect, it } from "vitest";
import { withoutNeedlessNames } from "./without-needless-names.js";

/** Every way to create a function that has a name. Each entry of the default export is a function, or a class. */
const SOURCE = `
function declared() {}
const arrow = () => {};
const expression = function () {};
const own = function inner() {};
class Declared { method() {} static field = () => {}; handler = async () => {}; #secret = () => {}; get secret() { return this.#secret; } }
const Anonymous = class {};
let assigned, late;
assigned = () => {};
late ??= function () {};
const object = { arrow: () => {}, "with space": function () {}, ["com" + "puted"]: () => {}, method() {}, async *generated() {} };
const withDefault = ({ a = () => {} } = {}, b = () => {}) => [a, b];
const nested = () => { function deep() {} const deeper = () => deep; class Deepest {} return [deep, deeper, deeper(), Deepest]; };
const chosen = Math.random() > 2 ? () => {} : () => {};
const wrapped = ((f) => f)(() => {});
const template = \`\${(() => {}).name} = /* @__PURE__ */ __name(() => {}, "x")\`;
const instance = new Declared();
export const found = [
  declared, arrow, expression, own, Declared, Declared.field, instance.handler, instance.secret, instance.method, Anonymous,
  assigned, late, ...Object.values(object), withDefault, ...withDefault(), nested, ...nested(), chosen, wrapped,
  { name: template },
];
`;

async function namesIn(code: string): Promise<string[]> {
  const { found } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  return found.map(({ name }: { readonly name: string }) => name);
}

it("leaves every function its name, and gives no function a name that it has anyway", async () => {
  const { code } = await transform(SOURCE, { keepNames: true, format: "esm", target: "node20" });
  const less = withoutNeedlessNames(code);
  expect(await namesIn(less)).toEqual(await namesIn(code));
  expect(await namesIn(less)).toEqual(await namesIn(SOURCE));
  expect(less.match(/^.*__name\(.*$/gm)).toMatchInlineSnapshot(`
    [
      "    __name(this, "Declared");",
      "  #secret = /* @__PURE__ */ __name(() => {",
      "    __name(this, "Anonymous");",
      "}               , ["computed"]: /* @__PURE__ */ __name(() => {",
      "      __name(this, "Deepest");",
      "}).name} = /* @__PURE__ */ __name(() => {}, "x")\`;",
    ]
  `);
});

it("leaves a name that esbuild has changed", async () => {
  const renamed = 'var __name = (f, name) => Object.defineProperty(f, "name", { value: name });\n';
  const code = `${renamed}function f2() {}\n__name(f2, "f");\nconst g2 = /* @__PURE__ */ __name(() => {}, "g");\n`;
  expect(withoutNeedlessNames(code)).toBe(code);
});

it("leaves the rest of the code where it was", async () => {
  const { code } = await transform("const f = () => {\n  return 1;\n}, g = () => 2;", { keepNames: true });
  const less = withoutNeedlessNames(code);
  expect(less).toHaveLength(code.length);
  for (const part of ["() => {", "return 1", "g = ", "() => 2"]) expect(less.indexOf(part)).toBe(code.indexOf(part));
});

it("leaves code that cannot be parsed", () => {
  const code = 'const f = /* @__PURE__ */ __name(() => {}, "f");\nfuture syntax';
  expect(withoutNeedlessNames(code)).toBe(code);
});
