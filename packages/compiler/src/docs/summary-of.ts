/**
 * What a package's comment is about. A comment on a value may mention types and interfaces; one on a type that does so
 * is about the code.
 */
type Documented = "value" | "type";

/**
 * The first sentence of a package's comment, without markup; empty if it addresses people who work with the code.
 *
 * @param documented What the comment is about
 */
export function summaryOf(text: string, documented: Documented): string {
  const prose = plain(text)
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.split(MARKED_LINE, 1)[0]?.trim() ?? "")
    .find((paragraph) => paragraph !== "" && !BARE_LINK.test(paragraph) && !HEADING.test(paragraph));
  const sentence = firstSentence(prose ?? "");
  const aboutCode = documented === "type" ? [...ABOUT_CODE, ...ABOUT_TYPES] : ABOUT_CODE;
  // After a colon, the important part has been cut off.
  return sentence.endsWith(":") || aboutCode.some((pattern) => pattern.test(sentence)) ? "" : sentence;
}

/** Without code, images, HTML and the addresses of links. */
function plain(text: string): string {
  return text
    .replace(/^\s*(```|~~~)[\s\S]*?(?:^\s*\1.*$|$(?![\s\S]))/gm, "\n")
    .replace(/<\/?(?:p|div|ul|ol|dl|table|h\d|pre|blockquote|br|hr)\b[^>]*>/gi, "\n\n")
    .replace(/<\/?(?:a|b|i|em|strong|code|tt|kbd|sup|sub|span|li|dt|dd|tr|td|th|img)\b[^>]*>|<!--[\s\S]*?-->/gi, "")
    .replace(/!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])/g, "")
    .replace(/\[([^\]]+)\]\([^)]*\)/g, "$1");
}

/** The start of a line that is not prose: a heading, a list, a table, a quotation. */
const MARKED_LINE = /^\s*(?:#{1,6}\s|[-*+]\s|\d+[.)]\s|[|>])/m;

/** An underlined heading, whose two lines were joined. */
const HEADING = /\s[=-]{3,}$/;

const BARE_LINK = /^(?:(?:see|documentation|docs|reference)\b[^.]*?:?\s*)?<?https?:\/\/\S+>?\.?$/i;

function firstSentence(text: string): string {
  for (const { 0: end, index } of text.matchAll(/[.!?]["'”’)\]`*_]*(?=\s+\S)|[。！？]/g)) {
    const sentence = text.slice(0, index + end.length);
    const continues = /^\s+[a-z]/.test(text.slice(sentence.length));
    if (!continues && !ABBREVIATION.test(sentence) && !isOpen(sentence)) return sentence;
  }
  return text;
}

const ABBREVIATION = /(?:^|[\s("'`])(?:e\.g|i\.e|eg|ie|vs|cf|approx|incl|mr|mrs|ms|dr|st|[a-z])\.$/i;

/** Whether code or a bracket is still open. */
function isOpen(text: string): boolean {
  const count = (character: string) => text.split(character).length - 1;
  return count("`") % 2 === 1 || count("(") > count(")") || count("[") > count("]");
}

/** Notes for the people who maintain the code. */
const ABOUT_CODE: readonly RegExp[] = [
  /\b(?:internal use|used internally|internal helper|internal only|library authors?)\b/i,
  /^(?:TODO|FIXME|HACK|XXX|@\w|eslint-|tslint:|prettier-|istanbul |c8 |v8 )/,
  /^(?:copyright\b|\(c\)|©|licensed under\b|SPDX-|auto-?generated\b|generated (?:by|from)\b)/i,
];

/** Sentences about declarations, for people who import or extend them. */
const ABOUT_TYPES: readonly RegExp[] = [
  /^(?:this|these|it) (?:is|are) (?:not|internal|only used)\b/i,
  /^(?:this|these|the following) (?:type|interface|class|module|file|namespace|enum|function|helper|definition|declaration|alias)(?:e?s)?\b/i,
  /^(?:an? |the )?(?:[\w-]+ )?(?:type|interface|class|helper|utility|alias)(?:e?s)? (?:that|which|for|to|used|describing|representing)\b/i,
  /^(?:creates?|makes?|constructs?|converts?|extracts?|infers?|gets?|returns?|allows?|removes?|picks?|helps?)\b.*\b(?:types?|interfaces?|keys)\b/i,
  /^(?:an? |the )?(?:helper|utility|union|generic|base|common|shared) (?:\w+ )?(?:types?|interfaces?|class(?:es)?)\b/i,
  /\b(?:type (?:alias|parameter|argument|guard|utility|helper)(?:e?s)?|declaration merging|module augmentation|generics|enums?)\b/i,
  /\b(?:TypeScript|JSDoc|TSDoc|intellisense|auto-?complet\w*|subclass\w*|implement(?:o|e)rs?|typings)\b/i,
  /^(?:do not|don't|never) (?:use|extend|implement|import|rely|edit)\b/i,
];
