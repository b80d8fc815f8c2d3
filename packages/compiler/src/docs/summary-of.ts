/**
 * The first sentence of a package's comment, without markup; empty where the comment speaks to those who work with the
 * code, not with the value.
 */
export function summaryOf(text: string): string {
  const prose = plain(text)
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.split(MARKED_LINE, 1)[0]?.trim() ?? "")
    .find((paragraph) => paragraph !== "" && !BARE_LINK.test(paragraph) && !HEADING.test(paragraph));
  const sentence = firstSentence(prose ?? "");
  // A colon announces what was cut off.
  return sentence.endsWith(":") || ABOUT_CODE.some((pattern) => pattern.test(sentence)) ? "" : sentence;
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

/** An underlined heading; its two lines have become one. */
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

/** Whether code or a bracket has begun and not ended. */
function isOpen(text: string): boolean {
  const count = (character: string) => text.split(character).length - 1;
  return count("`") % 2 === 1 || count("(") > count(")") || count("[") > count("]");
}

/** Ways to speak of declarations, to those who maintain, extend or import them. */
const ABOUT_CODE: readonly RegExp[] = [
  /^(?:this|these|it) (?:is|are) (?:not|internal|only used|deprecated)\b/i,
  /\b(?:this|the following|these) (?:type|interface|class|module|file|namespace|enum|function|method|helper|definition|declaration)s?\b/i,
  /\b(?:type|interface)s? (?:alias|parameter|argument|guard|definition|declaration|inference|utility|helper)(?:e?s)?\b/i,
  /^(?:an? |the )?(?:\w+ )?(?:type|interface|class|helper|utility|base class)\b(?:s)? (?:that|which|for|to|used|describing|representing)\b/i,
  /^(?:creates?|makes?|constructs?|converts?|extracts?|infers?|gets?|returns?|allows?|removes?|picks?)\b.*\b(?:types?|interfaces?|generics?)\b/i,
  /\b(?:TypeScript|TSDoc|JSDoc|eslint|tslint|prettier|istanbul|intellisense|autocomplet\w*|subclass\w*|implement(?:o|e)rs?|maintainers?|typings?)\b/i,
  /\b(?:internal(?:ly)? (?:use|used|helper|only|api)|for internal|library authors?|do not (?:use|extend|implement|import|rely|edit)|don't (?:use|extend|implement|import|rely|edit)|backwards?.compatib\w+)\b/i,
  /^(?:TODO|FIXME|HACK|XXX|NOTE TO|@)\b/,
  /^(?:copyright|\(c\)|©|licensed under|SPDX-|auto-?generated|generated (?:by|from))/i,
];
