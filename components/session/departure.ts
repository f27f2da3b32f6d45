import { coverPage } from "@/components/session/cover";

let isUnderWay = false;

/** Goes to this page as a whole document, so that nothing of who has signed out is left in this one. */
export function leaveFor(path: string): void {
  isUnderWay = true;
  coverPage();
  location.replace(path);
}

/** Loads the page anew as a whole document; not on the way to another, which that would undo. */
export function reloadDocument(): void {
  if (isUnderWay) return;
  coverPage();
  location.reload();
}
