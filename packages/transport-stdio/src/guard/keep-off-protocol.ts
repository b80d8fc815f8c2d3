const STDIN = 0;
const STDOUT = 1;
const STDERR = 2;

/** The `stdio` option of a child process, changed so that the child neither reads our stdin nor writes to our stdout. */
export function keepOffProtocol(stdio: unknown): unknown {
  const entries = stdio === "inherit" ? ["inherit", "inherit", "inherit"] : stdio;
  if (!Array.isArray(entries)) return stdio;
  return entries.map((entry, index) => {
    const descriptor = entry === "inherit" ? index : descriptorOf(entry);
    if (descriptor === STDIN) return "ignore";
    return descriptor === STDOUT ? STDERR : entry;
  });
}

function descriptorOf(entry: unknown): unknown {
  return typeof entry === "object" && entry !== null && "fd" in entry ? entry.fd : entry;
}
