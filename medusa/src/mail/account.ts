import type { MailContent } from "./content";
import { renderMail } from "./layout";
import { hasInvisibleCharacter } from "./shopper-text";

const COUNTRY = /^[a-z]{2}$/;
const DEFAULT_COUNTRY = "us";

interface ResetLink {
  storefrontUrl: string;
  token: string;
  /** From the request, so untrusted; only selects a country. */
  country: unknown;
}

/** URL of the page where a new password is chosen. */
export function resetUrl({ storefrontUrl, token, country }: ResetLink): string {
  const place = typeof country === "string" && COUNTRY.test(country) ? country : DEFAULT_COUNTRY;
  const url = new URL(`/${place}/reset-password`, storefrontUrl);
  url.searchParams.set("token", token);
  return url.href;
}

/** Mail with the password reset link. */
export function passwordReset(url: string): MailContent {
  return renderMail({
    subject: "Choose a new password for Cloakroom",
    blocks: [
      "Somebody, you we hope, asked for a new password for your account.",
      { link: { label: "Choose a new password", url } },
      "The link works once, for 15 minutes. When the password is changed, every device is signed out.",
      "If you did not ask for this, nothing has changed and there is nothing to do.",
    ],
  });
}

/** Notifies a customer that the password has changed. */
export function passwordChanged(): MailContent {
  return renderMail({
    subject: "Your Cloakroom password was changed",
    blocks: [
      "The password of your account was just changed, and your other devices were signed out.",
      'If that was not you, choose a new password at once, with "Forgotten your password?" on the sign-in page, and reply to this message.',
    ],
  });
}

/** Replaces an address that starts like a URL, which mail programs would turn into a link. */
function plainEmail(address: string): string {
  return /^[^@]*(www\.|:|\/)/i.test(address) || hasInvisibleCharacter(address) ? "another address" : address;
}

/** Notifies a customer's previous address of the new one. */
export function emailChanged(to: string): MailContent {
  return renderMail({
    subject: "Your Cloakroom e-mail address was changed",
    blocks: [
      `Your account now belongs to ${plainEmail(to)}. From now on you sign in with that address, and mail goes there.`,
      "Your other devices were signed out.",
      "If that was not you, reply to this message at once: we can give the account back to you.",
    ],
  });
}
