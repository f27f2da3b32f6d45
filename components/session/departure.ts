import { coverPage } from "@/components/session/cover";

/** Goes to this page as a whole document, so that nothing of who has signed out is left in this one. */
export function leaveFor(path: string): void {
  document.documentElement.dataset.leaving = "";
  coverPage();
  location.replace(path);
}

/** Loads the page anew as a whole document; not on the way to another, which that would undo. */
export function reloadDocument(): void {
  if ("leaving" in document.documentElement.dataset) return;
  coverPage();
  location.reload();
}
