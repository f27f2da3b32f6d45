import { hidePage } from "@/components/session/use-bfcache-guard";

/**
 * `data-leaving` of the document: "held" while a sign-out is under way, whose answer leads to another page; "due" if the
 * document should have been reloaded meanwhile; "" while a navigation is under way. A reload would cancel either.
 */
const leaving = () => document.documentElement.dataset.leaving;

/** Loads a page as a new document, so that nothing of a signed-out customer stays in memory. */
export function hardNavigate(path: string): void {
  document.documentElement.dataset.leaving = "";
  hidePage();
  location.replace(path);
}

/** Reloads the document, unless a navigation or a sign-out is under way. */
export function hardReload(): void {
  hidePage();
  if (leaving() === undefined) return location.reload();
  if (leaving() === "held") document.documentElement.dataset.leaving = "due";
}

/** Puts reloads off while a sign-out is under way. */
export function holdReload(): void {
  document.documentElement.dataset.leaving ??= "held";
}

/** Ends `holdReload` after a sign-out that has failed. */
export function releaseReload(): void {
  const isDue = leaving() === "due";
  delete document.documentElement.dataset.leaving;
  if (isDue) hardReload();
}
