const jsc = {
  target: "es2022",
  parser: { syntax: "typescript", decorators: true },
  transform: { decoratorVersion: "2022-03" },
};

export default {
  extensionsToTreatAsEsm: [".ts"],
  moduleNameMapper: { "^(\\.{1,2}/.*)\\.js$": "$1" },
  testEnvironment: "node",
  transform: { "\\.ts$": ["@swc/jest", { jsc, module: { type: "es6" } }] },
};
