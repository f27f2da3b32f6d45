import "server-only";
import { MAX_QUERY_LENGTH } from "@/lib/catalog/list-query";
import { UNUSABLE } from "@/lib/forms/form-data";

/** The words to search for, from untrusted text: cut to its limit first; forbidden characters become spaces. */
export function cleanSearchText(text: string): string {
  return text.slice(0, MAX_QUERY_LENGTH).replaceAll(UNUSABLE, " ").trim();
}
