/** What is known of a password's owner when it is chosen. */
export interface Owner {
  email?: string | undefined;
  names?: (string | null | undefined)[];
}

const SHOP = "cloakroom";

/** Shorter words occur in too many passwords by chance. */
const MIN_WORD_LENGTH = 3;

/** Characters that must remain when such words are removed. */
const MIN_REST_LENGTH = 4;

/**
 * Whether a password consists of the account's e-mail address, its owner's name or the shop's name, with at most
 * three other letters or digits. Ignores case and symbols.
 * @param password normalised, of bounded length
 */
export function isPersonal(password: string, { email = "", names = [] }: Owner): boolean {
  const [localPart = "", host = ""] = email.split("@");
  const known = names.map((name) => name ?? "");
  const words = [
    email,
    localPart,
    ...localPart.split(/[^\p{L}\p{N}]+/u),
    host,
    ...known,
    known.join(" "),
    SHOP,
  ];
  const folded = fold(password);
  const rest = words
    .map(fold)
    .filter((word) => word.length >= MIN_WORD_LENGTH)
    .toSorted((one, other) => other.length - one.length)
    .reduce((remaining, word) => remaining.replaceAll(word, ""), folded);
  return rest !== folded && rest.length < MIN_REST_LENGTH;
}

function fold(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "");
}
