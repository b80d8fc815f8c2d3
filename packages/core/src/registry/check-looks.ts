import type { ServerInfo } from "../manifest/manifest.js";
import { isObject } from "../values/is-object.js";

/** Lists what is wrong with the website and the icons of a server. */
export function checkLooks({ websiteUrl, icons }: Partial<ServerInfo>): readonly string[] {
  const problems: string[] = [];
  if (websiteUrl !== undefined && !isUrl(websiteUrl, /^https?:/)) {
    problems.push(`info.websiteUrl must be an https: or http: URL, not ${JSON.stringify(websiteUrl)}`);
  }
  if (icons !== undefined && !Array.isArray(icons))
    problems.push("info.icons must be an array of { src, mimeType?, sizes? }");
  else if (icons?.some((icon) => !isObject(icon) || !isUrl(icon.src, /^(?:https?|data):/))) {
    problems.push("each icon of info.icons needs a src that is an https:, http: or data: URL");
  }
  return problems;
}

function isUrl(value: unknown, schemes: RegExp): boolean {
  return typeof value === "string" && schemes.test(value) && URL.canParse(value);
}
