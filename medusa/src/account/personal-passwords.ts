/** The person a password is for, as far as it is known when the password is chosen. */
export interface Owner {
  email?: string | undefined;
  names?: (string | null | undefined)[];
}

const SHOP = "cloakroom";

/** Shorter words are in too many passwords by chance. */
const MIN_WORD_LENGTH = 3;

/** What has to be left of a password beside such words. */
const MIN_REST_LENGTH = 4;

/**
 * Whether a password is the account's own address, its local part, its customer's name or the shop's name, also twice,
 * or with up to three letters or digits beside it. Signs and upper case make no difference.
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
    .reduce((left, word) => left.replaceAll(word, ""), folded);
  return rest !== folded && rest.length < MIN_REST_LENGTH;
}

function fold(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "");
}
