import { basename, extname } from "node:path";
import type { ServerResponse } from "node:http";

/** File types that browsers may display from the backend's origin. SVG is excluded, because it may contain scripts. */
const BITMAPS: Record<string, string> = {
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".gif": "image/gif",
  ".webp": "image/webp",
  ".avif": "image/avif",
};

/** Prefix of private files in Medusa's file module, in any folder. */
const PRIVATE = /(?:^|[\\/])private-/i;

/** @param path of a request, percent-encoded, or of a file */
export function isPrivateFile(path: string): boolean {
  return PRIVATE.test(decodeURIComponent(path));
}

/**
 * Sets the headers of an uploaded file by its extension, whatever type the client declared.
 * @param path of the file on disk
 */
export function setUploadHeaders(response: ServerResponse, path: string): void {
  const type = BITMAPS[extname(path).toLowerCase()];
  response.setHeader("content-type", type ?? "application/octet-stream");
  if (!type) response.setHeader("content-disposition", "attachment");
  if (isPrivateFile(basename(path))) response.setHeader("cache-control", "private, no-store");
  response.setHeader("content-security-policy", "sandbox; default-src 'none'; frame-ancestors 'none'");
  response.setHeader("x-content-type-options", "nosniff");
  // Pictures are embedded by the storefront, other files by the admin only.
  response.setHeader("cross-origin-resource-policy", type ? "same-site" : "same-origin");
}
