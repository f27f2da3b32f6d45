/** Unique React keys for a list of texts: the second "London" gets "London 2". */
export function listKeys(texts: readonly string[]): string[] {
  return texts.map((text, index) => {
    const earlier = texts.slice(0, index).filter((each) => each === text).length;
    return earlier === 0 ? text : `${text} ${earlier + 1}`;
  });
}
