/** Common mail domains; a domain that is almost one of these is probably a typo. */
const SERVICES = [
  "gmail.com",
  "googlemail.com",
  "hotmail.com",
  "outlook.com",
  "icloud.com",
  "yahoo.com",
  "yahoo.co.jp",
  "yahoo.co.uk",
  "proton.me",
  "protonmail.com",
  "live.com",
  "aol.com",
  "gmx.de",
  "gmx.net",
  "web.de",
  "t-online.de",
  "orange.fr",
  "free.fr",
  "libero.it",
  "docomo.ne.jp",
] as const;

/** Typos of top-level domains, which edit distance cannot tell from real ones. */
const ENDINGS: Record<string, string> = {
  con: "com",
  cmo: "com",
  comm: "com",
  vom: "com",
  ocm: "com",
  coom: "com",
};

/**
 * The address that was probably meant, or null if nothing looks mistyped. Only a suggestion: the domain may be real.
 */
export function suggestEmail(typed: string): string | null {
  const [name, domain, ...more] = typed.trim().replaceAll(",", ".").split("@");
  if (!name || !domain || more.length > 0) return null;
  const meant = correctDomain(domain.toLowerCase());
  const suggestion = `${name}@${meant}`;
  return suggestion.toLowerCase() === typed.trim().toLowerCase() ? null : suggestion;
}

function correctDomain(domain: string): string {
  if (SERVICES.some((service) => service === domain)) return domain;
  const dot = domain.lastIndexOf(".");
  const ending = ENDINGS[domain.slice(dot + 1)];
  const corrected = ending ? domain.slice(0, dot + 1) + ending : domain;
  return SERVICES.find((service) => isOneSlipAway(corrected, service)) ?? corrected;
}

/** Whether two names differ by one inserted, deleted, replaced or swapped letter; false for short names. */
function isOneSlipAway(typed: string, meant: string): boolean {
  if (meant.length < 8 || Math.abs(typed.length - meant.length) > 1) return typed === meant;
  let start = 0;
  while (start < typed.length && typed[start] === meant[start]) start += 1;
  const rest = typed.slice(start);
  const meantRest = meant.slice(start);
  if (rest === meantRest) return true;
  const swapped = `${rest[1] ?? ""}${rest[0] ?? ""}${rest.slice(2)}`;
  return (
    rest.slice(1) === meantRest.slice(1) ||
    rest.slice(1) === meantRest ||
    rest === meantRest.slice(1) ||
    swapped === meantRest
  );
}
