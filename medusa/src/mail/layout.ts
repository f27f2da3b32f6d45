import type { MailContent } from "./content";
import { escapeHtml } from "./markup";

/** A row of a table. `picture`: the URL of a picture of what the label names. */
export type MailRow = [label: string, amount: string, picture?: string | undefined];

/** A paragraph, an address or list, a table, or a button. */
export type MailBlock =
  string | { lines: string[] } | { rows: MailRow[] } | { link: { label: string; url: string } };

export interface MailParts {
  subject: string;
  greeting?: string;
  blocks: MailBlock[];
}

/** Mail programs that know no style sheet show the inline styles, which are readable on black as well. */
const STYLE = `:root { color-scheme: light dark; }
@media (prefers-color-scheme: dark) {
  body, .page { background: #16201b !important; color: #ece7db !important; }
  .button { background: #cfe3d5 !important; color: #16201b !important; }
}`;
const PAGE =
  "max-width:32rem;margin:0 auto;padding:24px;font:16px/1.5 Georgia,serif;background:#fff;color:#1f2a24";
const BUTTON =
  "display:inline-block;padding:12px 24px;border-radius:6px;background:#1f3d33;color:#fff;text-decoration:none";

/** Renders a mail of the shop as text and as HTML, whose only external resources are pictures of what was ordered. */
export function renderMail({ subject, greeting = "Hello,", blocks }: MailParts): MailContent {
  const all = [greeting, ...blocks, "Cloakroom"];
  return {
    subject,
    text: all.map(toText).join("\n\n"),
    html: [
      `<!doctype html><html lang="en"><head><meta charset="utf-8">`,
      `<meta name="viewport" content="width=device-width">`,
      `<meta name="color-scheme" content="light dark">`,
      `<title>${escapeHtml(subject)}</title><style>${STYLE}</style></head>`,
      `<body style="margin:0"><div class="page" style="${PAGE}">`,
      ...all.map(toHtml),
      "</div></body></html>",
    ].join("\n"),
  };
}

function toText(block: MailBlock): string {
  if (typeof block === "string") return block;
  if ("lines" in block) return block.lines.join("\n");
  if ("rows" in block) return block.rows.map(([label, amount]) => `${label}: ${amount}`).join("\n");
  return `${block.link.label}:\n${block.link.url}`;
}

function toHtml(block: MailBlock): string {
  if (typeof block === "string") return `<p>${escapeHtml(block)}</p>`;
  if ("lines" in block)
    return `<p style="overflow-wrap:anywhere">${block.lines.map(escapeHtml).join("<br>")}</p>`;
  if ("rows" in block) return toTable(block.rows);
  const { label, url } = block.link;
  return `<p><a class="button" href="${escapeHtml(url)}" style="${BUTTON}">${escapeHtml(label)}</a></p>`;
}

function toTable(rows: MailRow[]): string {
  const cell = 'style="padding:4px 24px 4px 0"';
  const hasPictures = rows.some(([, , picture]) => picture);
  const lines = rows.map(
    ([label, amount, picture]) =>
      `<tr>${hasPictures ? `<td ${cell}>${picture ? toImage(picture) : ""}</td>` : ""}<td ${cell}>${escapeHtml(label)}</td><td align="right">${escapeHtml(amount)}</td></tr>`,
  );
  return `<table role="presentation" cellspacing="0" style="width:100%">${lines.join("")}</table>`;
}

/** The name of what it shows stands beside it. */
function toImage(url: string): string {
  return `<img src="${escapeHtml(url)}" alt="" width="56" height="70" style="border-radius:2px;object-fit:cover">`;
}
