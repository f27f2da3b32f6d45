import { request } from "node:http";
import { parse } from "node-html-parser";
import { newClientIp } from "./identity";

/** A form as a browser without JavaScript posts it. */
export type RawForm = { url: string; fields: [name: string, value: string][] };

/**
 * Reads a form of a page by its name.
 * @throws Error when the page has no such form
 */
export async function readForm(url: string, name: string, cookie = ""): Promise<RawForm> {
  const html = await (await fetch(url, { headers: { cookie } })).text();
  const form = parse(html)
    .querySelectorAll("form")
    .find((each) => each.querySelector(`input[name=form][value="${name}"]`));
  if (!form) throw new Error(`${url} has no form ${name}`);
  const fields = form.querySelectorAll("input[type=hidden]").map((input): [string, string] => {
    return [input.getAttribute("name") ?? "", input.getAttribute("value") ?? ""];
  });
  return { url, fields };
}

/** Posts a form with additional fields. By default it comes from the shop's own origin. */
export async function postForm(
  { url, fields }: RawForm,
  typed: [name: string, value: string][],
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(url, {
    method: "POST",
    headers: { origin: new URL(url).origin, referer: url, ...newClientIp(), ...headers },
    body: toFormData([...fields, ...typed]),
    redirect: "manual",
  });
}

function toFormData(fields: [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
}

/**
 * As `postForm`, over a connection of its own: the server stops reading a form that is too large, which makes the
 * connection unusable.
 * @returns the status
 */
export async function postOnOwnConnection(
  { url, fields }: RawForm,
  typed: [string, string][],
): Promise<number> {
  const encoded = new Response(toFormData([...fields, ...typed]));
  const body = Buffer.from(await encoded.arrayBuffer());
  const headers = {
    origin: new URL(url).origin,
    referer: url,
    "content-type": encoded.headers.get("content-type") ?? "",
    "content-length": body.length,
    ...newClientIp(),
  };
  return new Promise((resolve, reject) => {
    const call = request(url, { method: "POST", headers, agent: false }, (response) => {
      resolve(response.statusCode ?? 0);
      call.destroy();
    });
    call.on("error", reject);
    call.end(body);
  });
}

/** Fetches the page that a posted form led back to, with its flash message. */
export async function readResultPage(posted: Response, url: string): Promise<string> {
  const cookie = posted.headers
    .getSetCookie()
    .map((each) => each.split(";")[0])
    .join("; ");
  return (await fetch(url, { headers: { cookie } })).text();
}
