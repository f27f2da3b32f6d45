import { basename, extname } from "node:path";
import type { ServerResponse } from "node:http";

/** The only files that a browser may show at the backend's address. SVG is markup and may carry scripts. */
const BITMAPS: Record<string, string> = {
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".gif": "image/gif",
  ".webp": "image/webp",
  ".avif": "image/avif",
};

/** Medusa's file module begins the names of private files so, in whatever folder they are. */
const PRIVATE = /(?:^|[\\/])private-/i;

/** @param path of a request, percent-encoded, or of a file */
export function isPrivateFile(path: string): boolean {
  return PRIVATE.test(decodeURIComponent(path));
}

/**
 * Headers of an uploaded file, which go by the end of its name and not by what the client called it.
 * @param path of the file, as it is on disk
 */
export function setUploadHeaders(response: ServerResponse, path: string): void {
  const type = BITMAPS[extname(path).toLowerCase()];
  response.setHeader("content-type", type ?? "application/octet-stream");
  if (!type) response.setHeader("content-disposition", "attachment");
  if (isPrivateFile(basename(path))) response.setHeader("cache-control", "private, no-store");
  response.setHeader("content-security-policy", "sandbox; default-src 'none'; frame-ancestors 'none'");
  response.setHeader("x-content-type-options", "nosniff");
  // Pages of the shop's other hosts may show pictures; anything else is for the admin alone.
  response.setHeader("cross-origin-resource-policy", type ? "same-site" : "same-origin");
}
