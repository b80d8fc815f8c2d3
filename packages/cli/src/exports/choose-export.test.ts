import { describe, expect, test } from "vitest";
import { ExitError } from "../terminal/exit.js";
import { chooseExport, type ExportChoice } from "./choose-export.js";

const FILE = "/project/weather.ts";

function exported(name: string, file = FILE): ExportChoice["classes"][number] {
  return { name, file, exports: [{ file, name, isConstructed: true }] };
}

function failure(choice: Omit<ExportChoice, "file">): ExitError {
  try {
    chooseExport({ file: FILE, ...choice });
  } catch (error) {
    if (error instanceof ExitError) return error;
    throw error;
  }
  throw new Error("chose an export");
}

describe("chooseExport", () => {
  test("takes the default export before any class", () => {
    expect(chooseExport({ file: FILE, exportNames: ["Weather", "default"], classes: [exported("Weather")] })).toBe(
      "default",
    );
  });

  test("takes the only decorated class, under the name it is exported by", () => {
    const classes = [
      { name: "Weather", file: FILE, exports: [{ file: FILE, name: "Sky", isConstructed: true }] },
      exported("Other", "/project/other.ts"),
    ];
    expect(chooseExport({ file: FILE, exportNames: ["Sky", "helper"], classes })).toBe("Sky");
  });

  test("takes the class of another file that this one exports again", () => {
    const classes = [
      { name: "Weather", file: "/project/other.ts", exports: [{ file: FILE, name: "Weather", isConstructed: true }] },
    ];
    expect(chooseExport({ file: FILE, exportNames: ["Weather"], classes })).toBe("Weather");
  });

  test("takes the export that was asked for", () => {
    const choice = { file: FILE, exportNames: ["default", "server"], classes: [], requested: "server" };
    expect(chooseExport(choice)).toBe("server");
  });

  test("lists the exports when the one asked for is missing", () => {
    const error = failure({ exportNames: ["default", "server"], classes: [], requested: "sever" });
    expect(error.exitCode).toBe(2);
    expect(error.message).toContain('no export named "sever". It exports default, server.');
  });

  test("lists the candidates when there are several", () => {
    const error = failure({ exportNames: ["A", "B"], classes: [exported("A"), exported("B")] });
    expect(error.exitCode).toBe(2);
    expect(error.message).toContain("--export A\n  --export B");
  });

  test("says that a decorated class is not exported", () => {
    const error = failure({ exportNames: [], classes: [{ name: "Weather", file: FILE, exports: [] }] });
    expect(error.exitCode).toBe(1);
    expect(error.message).toContain("export default class Weather");
  });

  test("names the classes of other files that could be exported", () => {
    const classes = [{ name: "Weather", file: "/project/other.ts", exports: [] }];
    const error = failure({ exportNames: ["helper"], classes });
    expect(error.exitCode).toBe(1);
    expect(error.message).toContain("Weather (/project/other.ts)");
  });
});
