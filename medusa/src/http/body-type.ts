import type { IncomingHttpHeaders } from "node:http";

type Headers = Pick<IncomingHttpHeaders, "content-type" | "content-length" | "transfer-encoding">;

/** OAuth callbacks are posted as a form. */
const CALLBACK = /^\/auth\/[^/]+\/[^/]+\/callback\/?$/i;
const ADMIN = /^\/admin\//i;

/** Whether the routes of this path read this type of body: JSON, and files in the admin. */
export function isBodyTypeAllowed(headers: Headers, path: string): boolean {
  const hasBody = headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
  if (!hasBody) return true;
  const type = headers["content-type"]?.split(";")[0]?.trim().toLowerCase();
  if (type === "application/json") return true;
  if (type === "multipart/form-data") return ADMIN.test(path);
  return type === "application/x-www-form-urlencoded" && CALLBACK.test(path);
}
