/**
 * Sends what is printed on stdout to stderr. On stdio, stdout belongs to the protocol, and modules may print while they
 * are loaded, before the transport guards it.
 *
 * @returns What ends it
 */
export function redirectStdout(): () => void {
  const { stdout, stderr } = process;
  const { write } = stdout;
  stdout.write = stderr.write.bind(stderr);
  return () => {
    stdout.write = write;
  };
}
