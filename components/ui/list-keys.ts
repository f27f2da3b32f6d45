/** A React key for each text of a list, also where some are the same: the second "London" is "London 2". */
export function listKeys(texts: readonly string[]): string[] {
  return texts.map((text, index) => {
    const earlier = texts.slice(0, index).filter((each) => each === text).length;
    return earlier === 0 ? text : `${text} ${earlier + 1}`;
  });
}
