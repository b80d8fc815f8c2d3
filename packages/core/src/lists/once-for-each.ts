/** Memoizes the function for each of its arguments, as long as somebody else keeps the argument. */
export function onceForEach<In extends object, Out>(compute: (of: In) => Out): (of: In) => Out {
  const known = new WeakMap<In, Out>();
  return (of) => {
    let value = known.get(of);
    if (value === undefined) {
      value = compute(of);
      known.set(of, value);
    }
    return value;
  };
}
