/** The ids of modules in the user's sources: neither installed nor virtual. */
export const SOURCE_FILES: { readonly include: RegExp; readonly exclude: RegExp } = {
  include: /^[^\0]*\.[cm]?[jt]sx?$/,
  exclude: /[\\/]node_modules[\\/]/,
};

/** Whether an id matches {@link SOURCE_FILES}. */
export function isSourceFile(id: string): boolean {
  return SOURCE_FILES.include.test(id) && !SOURCE_FILES.exclude.test(id);
}
