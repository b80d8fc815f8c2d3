/** Memoizes the function for its latest argument. */
export function ofLatest<In, Out>(compute: (of: In) => Out): (of: In) => Out {
  let latest: { readonly of: In; readonly value: Out } | undefined;
  return (of) => {
    if (latest === undefined || latest.of !== of) latest = { of, value: compute(of) };
    return latest.value;
  };
}
