import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { temporaryProject } from "../fixtures/temporary-project.fixture.js";
import { ModuleTransformer } from "./module-transformer.js";

it("notices an edit of the tsconfig at the next build", async () => {
  const tsconfig = (emitDecoratorMetadata: boolean) =>
    JSON.stringify({ compilerOptions: { experimentalDecorators: true, emitDecoratorMetadata } });
  const { folder, write } = temporaryProject({
    "tsconfig.json": tsconfig(false),
    "service.ts":
      "declare const inject: ClassDecorator;\n@inject\nexport class Service { constructor(name: string) {} }\n",
  });
  const file = join(folder, "service.ts");
  const transformer = new ModuleTransformer({}, { lowersDecorators: true });
  const transform = async () => (await transformer.transform(readFileSync(file, "utf8"), file))?.code;
  expect(await transform()).toBeUndefined();
  write("tsconfig.json", tsconfig(true));
  transformer.refresh();
  expect((await transform())?.code).toContain("paramtypes: [String]");
});
