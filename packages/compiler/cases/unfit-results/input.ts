import { prompt, resource, type ToolResult, tool } from "@plainmcp/core";

export class Unfit {
  /** A tool may return nothing. */
  @tool
  nothing(): void {}

  /** A prompt may not. */
  @prompt
  promptNothing(): void {}

  /** Inferred. */
  @prompt
  promptInferred(days: number) {
    return days * 2;
  }

  /** Later. */
  @prompt
  async promptFlag(): Promise<boolean | undefined> {
    return true;
  }

  /** Data is no message. */
  @prompt
  promptData(): { city: string } {
    return { city: "" };
  }

  /** Nor is a list of it. */
  @prompt
  promptList(): number[] {
    return [];
  }

  /** Nor is the result of a tool. */
  @prompt
  promptToolResult(): ToolResult {
    return { content: [] };
  }

  /** Nor what a generator returns. */
  @prompt
  async *promptGenerator(): AsyncGenerator<string, number> {
    return 1;
  }

  /** One that sometimes is none. */
  @prompt
  promptSometimes(): string | undefined {
    return undefined;
  }

  /** Anything. */
  @prompt
  promptAny(): unknown {
    return "";
  }

  /** Nothing is no contents. */
  @resource("unfit://nothing")
  resourceNothing(): void {}

  /** A number is none. */
  @resource("unfit://number/{id}")
  resourceNumber(id: string): number {
    return 1;
  }

  /** Later, or not there. */
  @resource("unfit://flag")
  async resourceFlag(): Promise<boolean | null> {
    return true;
  }

  /** Never there. */
  @resource("unfit://null")
  resourceNull(): null {
    return null;
  }

  /** The result of a tool is data. */
  @resource("unfit://tool")
  async resourceToolResult(): Promise<ToolResult<string> | null> {
    return null;
  }

  /** A list is data. */
  @resource("unfit://list")
  resourceList(): number[] {
    return [];
  }

  /** A text, or not there. */
  @resource("unfit://text")
  resourceText(): string | undefined {
    return undefined;
  }

  /** One of two. */
  @resource("unfit://either")
  resourceEither(): string | number {
    return 1;
  }

  /** It only throws. */
  @resource("unfit://never")
  resourceNever(): never {
    throw new Error();
  }

  /** There is no schema to ask for. */
  @tool({ output: "structured" })
  structuredNothing(): void {}

  /** Nor here. */
  @tool({ output: "structured" })
  structuredUnknown(): unknown {
    return 1;
  }

  /** Not a value of the option. */
  @tool({ output: "text" as "structured" })
  otherOutput(): string {
    return "";
  }
}
