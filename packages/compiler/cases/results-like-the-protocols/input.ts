import { prompt, resource, tool } from "@plainmcp/core";

/** A chat row: it has more than a block has. */
interface ChatRow {
  type: "text";
  text: string;
  id: number;
}

/** A node of a syntax tree: some have a text. */
type AstNode = { type: "text"; text: string } | { type: "break" };

/** A message whose type is any text. */
interface Entry {
  type: string;
  text: string;
}

/** A block of another protocol: what it has beside ours may be left out. */
interface CachedBlock {
  type: "text";
  text: string;
  cache?: "short" | "long";
}

/** An article: its paragraphs are no blocks. */
interface Article {
  title: string;
  content: Entry[];
}

export class Lookalikes {
  /** A file is data. */
  @tool
  file(): { content: string } {
    return { content: "" };
  }

  /** So are the rows of a chat. */
  @tool
  rows(): ChatRow[] {
    return [];
  }

  /** And the nodes of a tree. */
  @tool
  nodes(): AstNode[] {
    return [];
  }

  /** And an article. */
  @tool
  article(): Article {
    return { title: "", content: [] };
  }

  /** And a page of results. */
  @tool
  page(): { contents: { uri: string; text: string }[] } {
    return { contents: [] };
  }

  /** And another kind of text. */
  @tool
  rich(): { type: "text"; text: { content: string } }[] {
    return [];
  }

  /** And content that is not known. */
  @tool
  unknownContent(): { content: any } {
    return { content: 1 };
  }

  /** In doubt: any type at all. */
  @tool
  entries(): Entry[] {
    return [];
  }

  /** In doubt: content of entries, and nothing else. */
  @tool
  wrapped(): { content: Entry[] } {
    return { content: [] };
  }

  /** In doubt: what protocol is this? */
  @tool
  cached(): CachedBlock[] {
    return [];
  }

  /** In doubt: a result and something else. */
  @tool
  total() {
    return { content: [{ type: "text", text: "" }], total: 5 };
  }

  /** In doubt: a block that the protocol does not know like this. */
  @tool
  tagged(text: string) {
    return { content: [{ type: "text", text, mimeType: "text/plain" }] };
  }

  /** In doubt: the text may be missing. */
  @tool
  maybe(text?: string) {
    return { content: [{ type: "text", text }] };
  }

  /** In doubt: whatever is in it. */
  @tool
  list(content: any[]) {
    return { content };
  }

  /** Data by choice: there is no doubt. */
  @tool({ output: "structured" })
  chosen(): Entry[] {
    return [];
  }

  /** More than contents. */
  @resource("lookalikes://search")
  search(): { contents: { uri: string; text: string; score: number }[] } {
    return { contents: [] };
  }

  /** Contents of another kind. */
  @resource("lookalikes://box")
  box(): { contents: string[] } {
    return { contents: [] };
  }

  /** A prompt has nothing else to return, so it is judged when it runs. */
  @prompt
  messages(): { role: string; content: string }[] {
    return [];
  }
}
