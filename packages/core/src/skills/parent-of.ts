/** The path or URI without its last segment. */
export function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/"));
}
