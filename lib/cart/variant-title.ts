/** What Medusa calls a variant of a thing that has no variants. */
const NO_CHOICE = /^(?:one size|default(?: variant| option value| title)?)$/i;

/** A variant in a shopper's words: "Ink, M" for Medusa's "Ink / M", and nothing where there was no choice. */
export function formatVariantTitle(title: string | null | undefined): string {
  return (title ?? "")
    .split(" / ")
    .map((value) => value.trim())
    .filter((value) => value !== "" && !NO_CHOICE.test(value))
    .join(", ");
}
