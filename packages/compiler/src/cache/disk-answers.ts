import { createHash } from "node:crypto";
import { readdirSync, readFileSync, realpathSync, type Stats, statSync } from "node:fs";
import { join } from "node:path";

/** What was asked of the disk, path by path, and what it answered. */
export type DiskAnswers = { readonly [Q in Question]?: Readonly<Record<string, Answer>> };

export type Question = "isFile" | "isDirectory" | "realPath" | "content" | "stamp" | "directories" | "declarations";

type Answer = string | boolean;

/** Answers one question as the disk is now. */
export function askDisk(question: Question, path: string): Answer {
  return QUESTIONS[question](path);
}

/** Whether the disk would still answer all of it the same: then whatever came of the answers still holds. */
export function areStillTrue(answers: DiskAnswers): boolean {
  return Object.entries(answers).every(([question, byPath]) => {
    return Object.entries(byPath).every(([path, answer]) => askDisk(question as Question, path) === answer);
  });
}

const QUESTIONS: Readonly<Record<Question, (path: string) => Answer>> = {
  isFile: (path) => stats(path)?.isFile() ?? false,
  isDirectory: (path) => stats(path)?.isDirectory() ?? false,
  realPath,
  /** What a file says; for files that people edit. */
  content: (path) => (stats(path)?.isFile() ? hash(readFileSync(path)) : ABSENT),
  /** Size and time of a file; for the many that only a package manager writes. */
  stamp: (path) => {
    const found = stats(path);
    return found ? `${found.size} ${found.mtimeMs}` : ABSENT;
  },
  /** Names of the directories in a directory. */
  directories: (path) => directories(path).join("\n"),
  /** The declaration files in a directory, however deep, that a tsconfig's patterns could include. */
  declarations: (path) => hash(declarations(path).join("\n")),
};

const ABSENT = "absent";

/** A short name for a text, the same for the same text. */
export function hash(text: string | Buffer): string {
  return createHash("sha256").update(text).digest("base64url");
}

function stats(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    // What cannot be looked at, such as a path below a file, is not there for TypeScript either.
    return undefined;
  }
}

function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
}

function directories(path: string): string[] {
  return stats(path)?.isDirectory() ? readdirSync(path).filter((name) => stats(join(path, name))?.isDirectory()) : [];
}

/** TypeScript's patterns never reach into `node_modules` and hidden directories, unless they begin there. */
function declarations(path: string, seen: Set<string> = new Set()): string[] {
  const found = stats(path);
  if (found?.isFile()) return /\.d\.[cm]?ts$/.test(path) ? [path] : [];
  const real = realPath(path);
  if (!found?.isDirectory() || seen.has(real)) return [];
  seen.add(real);
  return readdirSync(path)
    .filter((name) => name !== "node_modules" && !name.startsWith("."))
    .sort()
    .flatMap((name) => declarations(join(path, name), seen));
}
