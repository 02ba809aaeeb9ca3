/** A value that is made when it is first asked for: what is not needed to start must not keep the start waiting. */
export function lazily<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
