import { UriTemplateMatcher } from "uri-template-matcher";

/**
 * The variables of the URIs a template (RFC 6570) matches.
 *
 * @throws Error when the template is malformed
 */
export function createTemplateMatcher(template: string): (uri: string) => Record<string, string> | undefined {
  const matcher = new UriTemplateMatcher();
  matcher.add(template);
  return (uri) => {
    const params = matchOrNothing(matcher, uri);
    return (
      params && Object.fromEntries(Object.entries(params).map(([name, value]) => [name, [value].flat().join(",")]))
    );
  };
}

function matchOrNothing(matcher: UriTemplateMatcher, uri: string): Record<string, string | string[]> | undefined {
  try {
    return matcher.match(uri)?.params;
  } catch (error) {
    // Percent-encoding that decodes to nothing: no resource has such a URI.
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
