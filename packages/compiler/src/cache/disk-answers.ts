import { createHash } from "node:crypto";
import { readdirSync, readFileSync, realpathSync, type Stats, statSync } from "node:fs";
import { join } from "node:path";

/** The questions asked of the disk, and its answers by path. */
export type DiskAnswers = { readonly [Q in Question]?: Readonly<Record<string, Answer>> };

export type Question = "isFile" | "isDirectory" | "realPath" | "content" | "stamp" | "directories" | "declarations";

type Answer = string | boolean;

/** Asks the disk one question. */
export function askDisk(question: Question, path: string): Answer {
  return QUESTIONS[question](path);
}

/** Whether the disk would still give all these answers, so that results based on them are still valid. */
export function areStillTrue(answers: DiskAnswers): boolean {
  return Object.entries(answers).every(([question, byPath]) => {
    return Object.entries(byPath).every(([path, answer]) => askDisk(question as Question, path) === answer);
  });
}

const QUESTIONS: Readonly<Record<Question, (path: string) => Answer>> = {
  isFile: (path) => stats(path)?.isFile() ?? false,
  isDirectory: (path) => stats(path)?.isDirectory() ?? false,
  realPath,
  /** A hash of a file's content, for files that people edit. */
  content: (path) => (stats(path)?.isFile() ? hash(readFileSync(path)) : ABSENT),
  /** Size and modification time of a file, for the many files that only a package manager writes. */
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

/** A hash of a text. */
export function hash(text: string | Buffer): string {
  return createHash("sha256").update(text).digest("base64url");
}

function stats(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    // A path that cannot be inspected, such as one below a file, does not exist for TypeScript either.
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

/** TypeScript's patterns never match inside `node_modules` or hidden directories, unless they start there. */
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
