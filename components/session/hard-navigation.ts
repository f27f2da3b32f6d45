import { hidePage } from "@/components/session/use-bfcache-guard";

/** Loads a page as a new document, so that nothing of a signed-out customer stays in memory. */
export function hardNavigate(path: string): void {
  document.documentElement.dataset.leaving = "";
  hidePage();
  location.replace(path);
}

/** Reloads the document, unless `hardNavigate` is under way, which a reload would cancel. */
export function hardReload(): void {
  if ("leaving" in document.documentElement.dataset) return;
  hidePage();
  location.reload();
}
