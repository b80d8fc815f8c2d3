import { spawn } from "node:child_process";

/** Where a program runs. */
export interface ProgramOptions {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** Ends it when it aborts. */
  readonly signal?: AbortSignal;
}

/** How a program ended, and all that it printed. */
export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** Runs a program to its end. */
export function runProgram(words: readonly string[], options: ProgramOptions): Promise<Ended> {
  const [program = "", ...args] = words;
  const child = spawn(program, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (chunk: string) => {
      output += chunk;
    });
  return new Promise((resolve, reject) => {
    child.on("error", (error) => reject(new Error(`${words.join(" ")}: ${error.message}\n${output}`)));
    child.on("close", (code) => resolve({ code, output }));
  });
}

/** Runs a program that has to succeed, and shows what it printed when it does not. */
export async function runWell(words: readonly string[], options: ProgramOptions): Promise<string> {
  const { code, output } = await runProgram(words, options);
  if (code !== 0) throw new Error(`${words.join(" ")} ended with ${code}:\n${output}`);
  return output;
}
