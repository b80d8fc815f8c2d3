import { tool } from "@plainmcp/core";

/** A text of a page. */
interface Text {
  /** What is read. */
  text: string;
  /** How it looks. */
  style: "plain" | "bold" | "italic" | "underlined" | "struck through" | "code" | "quotation" | "heading";
  at?: Date;
}

interface Link {
  kind: "link";
  label: Text;
  /** What a reader sees who hovers over it. */
  hint?: Text;
  target: URL;
}

interface Picture {
  kind: "picture";
  caption: Text;
  alternative: Text;
}

interface Row {
  kind: "row";
  cells: (Link | Picture)[];
  head: Text;
  foot: Text;
}

interface Table {
  kind: "table";
  rows: Row[];
  first: Row;
  last: Row;
  caption: Text;
}

type Block = Link | Picture | Row | Table;

interface Section {
  title: Text;
  blocks: Block[];
  lead?: Block;
  end?: Block;
  /** What belongs to it. */
  sections?: Section[];
}

interface Page {
  head: Section;
  body: { main: Section; aside: Section; blocks: Block[] };
  foot: Block[];
}

export class Pages {
  /** Too long to be written out in full, so what repeats is written once. */
  @tool
  write(id: string, page: Page, title = "Untitled"): Page {
    return page;
  }

  /** Short, so everything stands where it is used. */
  @tool
  link(first: Link, second: Link): void {}
}
