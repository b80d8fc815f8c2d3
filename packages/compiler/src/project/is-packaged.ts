/** Whether a path lies in `node_modules`: only a package manager writes it, and the user cannot change it. */
export function isPackaged(path: string): boolean {
  return /[\\/]node_modules[\\/]/.test(path);
}
