import type { LimitFlags } from "./limit-flags.js";
import type { TextFormat } from "./text-formats.js";

/** An option of a transport that people set by text. */
export interface Flag<Value = unknown> {
  /** With its value, as help shows it: `--port <number>`. */
  readonly flag: `--${string} <${string}>`;
  /** The variable that sets it for built modules. */
  readonly env: string;
  /** How its value is written. */
  readonly format: TextFormat<Value>;
  /** What it does. */
  readonly help: string;
  /** What the transport takes without it. @default nothing */
  readonly default?: string;
  /** Whether the transport has an option of this name in code. @default true */
  readonly isOption?: false;
  /** Heading in help. */
  readonly group: string;
}

/** The flags of a transport, by the names of the options in code. An option that text can set must have a flag. */
export type FlagTable<Options> = {
  readonly [Option in keyof Options as Required<Options>[Option] extends Settable ? Option : never]-?: Flag<
    Required<Options>[Option]
  >;
} & (Options extends { readonly limits?: infer Limits } ? LimitFlags<NonNullable<Limits>> : unknown);

type Settable = string | number | boolean | readonly string[];

/** A flag as it is written, without its value: `--port`. */
export function toName({ flag }: Flag): string {
  return flag.split(" ", 1)[0] as string;
}

/** What help says of a flag, with remarks such as its default at the end. */
export function toHelp({ help, format }: Flag, remarks: readonly string[]): string {
  const repeated = format.adds ? "; may be repeated" : "";
  return `${help}${repeated}${remarks.length > 0 ? ` (${remarks.join(", ")})` : ""}`;
}
