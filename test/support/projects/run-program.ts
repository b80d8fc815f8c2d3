import { spawn } from "node:child_process";

/** Where a program runs. */
export interface ProgramOptions {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** Ends the program when it aborts. */
  readonly signal?: AbortSignal;
}

/** The exit code of a program, and all its output. */
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

/** Runs a program that must succeed. If it fails, the error shows its output. */
export async function runWell(words: readonly string[], options: ProgramOptions): Promise<string> {
  const { code, output } = await runProgram(words, options);
  if (code !== 0) throw new Error(`${words.join(" ")} ended with ${code}:\n${output}`);
  return output;
}
