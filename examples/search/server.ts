import { type Context, defineServer, ToolError, tool } from "@plainmcp/core";

/** Where the search service is. */
const API = process.env.SEARCH_URL ?? "https://search.example/v1/";

/** What to search for, and how. */
export interface WebSearch {
  /** Words, as a person would type them. @minLength 1 @maxLength 400 */
  query: string;
  /** Maximum number of results. @minimum 1 @maximum 20 */
  count?: number;
  /** How many pages of results to skip. @minimum 0 @maximum 9 */
  offset?: number;
  /** Two letters, such as "DE": where the results come from. @pattern ^[A-Z]{2}$ */
  country?: string;
  /** Two letters, such as "de": in which language the results are. @pattern ^[a-z]{2}$ */
  language?: string;
  /** In which language the service answers, such as "de-DE". @pattern ^[a-z]{2}-[A-Z]{2}$ */
  uiLanguage?: string;
  /** How much is left out that not everybody may see. */
  safeSearch?: "off" | "moderate" | "strict";
  /** How old a result may be. */
  freshness?: "day" | "week" | "month" | "year";
  /** Only what was published after this moment. */
  after?: Date;
  /** Only what was published before this moment. */
  before?: Date;
  /** Only pages of these sites, such as "example.com". @maxItems 10 */
  sites?: string[];
  /** No pages of these sites. @maxItems 10 */
  withoutSites?: string[];
  /** Only files of this type. */
  fileType?: "html" | "pdf" | "doc" | "csv";
  /** Whether to search for what was probably meant. */
  spellcheck?: boolean;
  /** Whether to give up to five further passages of each page. */
  passages?: boolean;
  /** Units of measurement in answers. */
  units?: "metric" | "imperial";
}

/** One page. */
export interface WebResult {
  title: string;
  url: string;
  description: string;
  /** When it was published. */
  published?: string;
  passages?: string[];
}

/** What a search has found. */
export interface WebResults {
  results: WebResult[];
  /** Whether there are more: raise the offset. */
  more: boolean;
  /** What was searched for, if the query was corrected. */
  corrected?: string;
}

/** Searches the web, by a service that needs a key. */
export class Search {
  /** Searches for pages. */
  @tool({ timeout: 20_000, annotations: { readOnlyHint: true, openWorldHint: true } })
  async web({ count = 10, safeSearch = "moderate", ...search }: WebSearch, ctx: Context): Promise<WebResults> {
    return ask<WebResults>("web", { count, safeSearch, ...search }, ctx);
  }

  /**
   * Searches for images, and shows them.
   * @param query What is on the images @minLength 1
   * @param count Maximum number of images @minimum 1 @maximum 5
   */
  @tool({ timeout: 20_000, annotations: { readOnlyHint: true, openWorldHint: true } })
  async images(query: string, ctx: Context, count = 3): Promise<(string | Response)[]> {
    const { results } = await ask<{ results: ImageResult[] }>("images", { query, count }, ctx);
    const shown = await Promise.all(
      results.map(async ({ title, page, thumbnail }) => {
        // It is wherever the service says, so that addresses inside of our own network are refused.
        const image = await ctx.fetch(thumbnail).catch(() => undefined);
        return [`${title}: ${page}`, image?.ok ? image : "(This image cannot be shown.)"];
      }),
    );
    return shown.flat();
  }
}

/** The operator chooses the service, so that it may be in our own network. */
export default defineServer(Search, { fetch: { allowPrivate: [new URL(API).host] } });

interface ImageResult {
  readonly title: string;
  /** URL of the page that shows it. */
  readonly page: string;
  /** URL of a small version. */
  readonly thumbnail: string;
}

/** Names of the service that differ from ours. */
const NAMES: Readonly<Record<string, string>> = {
  query: "q",
  language: "search_lang",
  uiLanguage: "ui_lang",
  safeSearch: "safesearch",
  withoutSites: "exclude_sites",
  fileType: "file_type",
  passages: "extra_snippets",
};

async function ask<T>(endpoint: string, search: Partial<WebSearch>, ctx: Context): Promise<T> {
  const url = new URL(endpoint, API);
  for (const [name, value] of Object.entries(search)) {
    if (value === undefined) continue;
    url.searchParams.set(NAMES[name] ?? name, value instanceof Date ? value.toISOString() : String(value));
  }
  const response = await ctx.fetch(url, { headers: { accept: "application/json", "x-api-key": keyOf(ctx) } });
  if (response.ok) return (await response.json()) as T;
  if (response.status === 401) throw new ToolError("The search service does not know this key. Ask for a valid one.");
  if (response.status === 429) throw new ToolError("The key has no searches left for now. Try again later.");
  throw new Error(`The search service answers ${response.status}: ${await response.text()}`);
}

/** The key that came with the request, or else the server's own. */
function keyOf(ctx: Context): string {
  const key = ctx.auth?.claims?.key ?? process.env.SEARCH_KEY;
  if (typeof key === "string") return key;
  throw new ToolError("This needs a key of the search service: send it in the header X-Api-Key, or set SEARCH_KEY.");
}
