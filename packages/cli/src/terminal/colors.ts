import type { WriteStream } from "node:tty";
import picocolors from "picocolors";

/** Functions that colour text, or leave it alone. */
export type Colors = ReturnType<typeof picocolors.createColors>;

/** Colours for one stream: only when it is a terminal and `NO_COLOR` is not set. */
export function colorsFor(stream: Pick<WriteStream, "isTTY">): Colors {
  return picocolors.createColors(Boolean(stream.isTTY) && !process.env.NO_COLOR && process.env.TERM !== "dumb");
}
