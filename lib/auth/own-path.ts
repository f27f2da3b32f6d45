import { z } from "zod";

/** Stands for this site in URLs that are only looked at. */
const HERE = "https://shop.invalid";

/** A path of our own, with its query: it cannot lead to another site, whatever a browser makes of slashes. */
export const ownPathSchema = z.string().max(500).refine(isOwnPath).optional().catch(undefined);

function isOwnPath(path: string): boolean {
  if (!/^\/(?![/\\])[^\s\\]*$/.test(path)) return false;
  return URL.canParse(path, HERE) && new URL(path, HERE).origin === HERE;
}
