/**
 * What failed, for all resources of a template the same: clients choose URIs.
 *
 * @param source Such as `background work of resource "notes://7"`
 */
export function kindOfSource(source: string): string {
  return source.replace(/(resource|watch of) ".*"$/su, "$1");
}
