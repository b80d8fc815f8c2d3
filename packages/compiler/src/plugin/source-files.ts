/** Ids of the modules that people write: neither installed nor made up by another plugin. */
export const SOURCE_FILES: { readonly include: RegExp; readonly exclude: RegExp } = {
  include: /^[^\0]*\.[cm]?[jt]sx?$/,
  exclude: /[\\/]node_modules[\\/]/,
};

/** Whether an id is one of {@link SOURCE_FILES}. */
export function isSourceFile(id: string): boolean {
  return SOURCE_FILES.include.test(id) && !SOURCE_FILES.exclude.test(id);
}
