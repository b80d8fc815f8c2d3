import { type Context, prompt } from "@plainmcp/core";

export class Prompts {
  /**
   * Reviews code.
   * @param code The code to review
   * @param style How to say it
   */
  @prompt({ title: "Review", icons: [{ src: "https://example.com/i.svg" }] })
  review(code: string, style: "kind" | "strict" = "kind", lines?: number, ctx?: Context): string {
    return code;
  }

  /** Takes its arguments apart. */
  @prompt
  greet({ name, loud = false }: { /** Whom to greet. */ name: string; loud?: boolean }): string {
    return name;
  }

  /** Nothing to say. */
  @prompt()
  idle(): string {
    return "";
  }
}
