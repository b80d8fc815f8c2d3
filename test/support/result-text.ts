/** The result of a request as one readable line. */
export function resultText(method: string, result: Result): string {
  if (result.resultType === "task") return `a task, ${result.status}`;
  switch (method) {
    case "tools/list":
      return (result.tools ?? []).map(({ name }) => name).join(", ");
    case "prompts/list":
      return (result.prompts ?? []).map(({ name }) => name).join(", ");
    case "resources/list":
      return (result.resources ?? []).map(({ uri, title }) => (title ? `${uri} (${title})` : uri)).join(", ");
    case "resources/templates/list":
      return (result.resourceTemplates ?? []).map(({ uriTemplate }) => uriTemplate).join(", ");
    case "resources/read":
      return contentText(result.contents);
    case "prompts/get":
      return (result.messages ?? []).map(({ role, content }) => `${role}: ${contentText([content])}`).join("\n");
    case "completion/complete":
      return (result.completion?.values ?? []).join(", ");
    default:
      return (result.isError ? "error: " : "") + contentText(result.content);
  }
}

/** The texts of content blocks, or the kind of each block without text. */
export function contentText(content: readonly Text[] = []): string {
  return content.map(({ text, type }) => text ?? type).join("\n");
}

interface Text {
  readonly type?: string;
  readonly text?: string;
}

/** The members of results that are read here, of all methods. */
interface Result {
  readonly resultType?: string;
  readonly status?: string;
  readonly isError?: boolean;
  readonly tools?: readonly { readonly name: string }[];
  readonly prompts?: readonly { readonly name: string }[];
  readonly resources?: readonly { readonly uri: string; readonly title?: string }[];
  readonly resourceTemplates?: readonly { readonly uriTemplate: string }[];
  readonly contents?: readonly Text[];
  readonly content?: readonly Text[];
  readonly messages?: readonly { readonly role: string; readonly content: Text }[];
  readonly completion?: { readonly values: readonly string[] };
}
