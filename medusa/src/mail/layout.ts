import type { MailContent } from "./content";
import { escapeHtml } from "./markup";

export interface MailParts {
  subject: string;
  /** Paragraphs before and after the link. */
  opening: string[];
  link?: { label: string; url: string };
  closing: string[];
}

const PAGE = "max-width:32rem;margin:0 auto;padding:24px;font:16px/1.5 Georgia,serif;color:#1f2a24";
const BUTTON =
  "display:inline-block;padding:12px 24px;border-radius:6px;background:#1f3d33;color:#fff;text-decoration:none";

/** Renders a short mail about an account as text and as HTML without external resources. */
export function renderMail({ subject, opening, link, closing }: MailParts): MailContent {
  const before = ["Hello,", ...opening];
  const after = [...closing, "Cloakroom"];
  const paragraphs = (lines: string[]) => lines.map((line) => `<p>${escapeHtml(line)}</p>`);
  return {
    subject,
    text: [...before, ...(link ? [`${link.label}:\n${link.url}`] : []), ...after].join("\n\n"),
    html: [
      `<div style="${PAGE}">`,
      ...paragraphs(before),
      ...(link ? [button(link)] : []),
      ...paragraphs(after),
      "</div>",
    ].join("\n"),
  };
}

function button({ label, url }: { label: string; url: string }): string {
  return `<p><a href="${escapeHtml(url)}" style="${BUTTON}">${escapeHtml(label)}</a></p>`;
}
