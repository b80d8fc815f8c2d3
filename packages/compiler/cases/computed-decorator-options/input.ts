import { resource, tool } from "@plainmcp/core";

const title = () => "Now";
const options = { title: "Fine", name: `a-${1 + 1}` };

export class Options {
  /** A call. */
  @tool({ title: title() })
  call(): void {}

  /** A variable. */
  @tool({ name: process.env.NAME ?? "x" })
  variable(): void {}

  /** A URI made at run time. */
  @resource(`notes://${process.pid}`)
  uri(): string {
    return "";
  }

  /** Constants, through names. */
  @tool(options)
  fine(): void {}
}
