import type { MailContent } from "./content";
import { renderMail } from "./layout";
import { hasInvisibleCharacter } from "./shopper-text";

const COUNTRY = /^[a-z]{2}$/;
const DEFAULT_COUNTRY = "us";

interface ResetLink {
  storefrontUrl: string;
  token: string;
  /** Sent along by whoever asked, and so not to be trusted with more than choosing a country. */
  country: unknown;
}

/** The page where a new password is chosen. */
export function resetUrl({ storefrontUrl, token, country }: ResetLink): string {
  const place = typeof country === "string" && COUNTRY.test(country) ? country : DEFAULT_COUNTRY;
  const url = new URL(`/${place}/reset-password`, storefrontUrl);
  url.searchParams.set("token", token);
  return url.href;
}

/** The mail with the link by which a new password is chosen. */
export function passwordReset(url: string): MailContent {
  return renderMail({
    subject: "Choose a new password for Cloakroom",
    opening: ["Somebody, you we hope, asked for a new password for your account."],
    link: { label: "Choose a new password", url },
    closing: [
      "The link works once, for 15 minutes. When the password is changed, every device is signed out.",
      "If you did not ask for this, nothing has changed and there is nothing to do.",
    ],
  });
}

/** Tells a customer that the password is another one now. */
export function passwordChanged(): MailContent {
  return renderMail({
    subject: "Your Cloakroom password was changed",
    opening: ["The password of your account was just changed, and your other devices were signed out."],
    closing: [
      'If that was not you, choose a new password at once, with "Forgotten your password?" on the sign-in page, and reply to this message.',
    ],
  });
}

/** An address that reads as one; one that begins like the address of a page would become a link to it. */
function plainEmail(address: string): string {
  return /^[^@]*(www\.|:|\/)/i.test(address) || hasInvisibleCharacter(address) ? "another address" : address;
}

/** Tells the address that a customer has left which one is used instead. */
export function emailChanged(to: string): MailContent {
  return renderMail({
    subject: "Your Cloakroom e-mail address was changed",
    opening: [
      `Your account now belongs to ${plainEmail(to)}. From now on you sign in with that address, and mail goes there.`,
      "Your other devices were signed out.",
    ],
    closing: ["If that was not you, reply to this message at once: we can give the account back to you."],
  });
}
