import { request } from "node:http";
import { parse } from "node-html-parser";
import { newClientIp } from "./identity";

/** A form of the shop as a browser without JavaScript would post it. */
export type RawForm = { url: string; fields: [name: string, value: string][] };

/** Reads the form of that name off a page. */
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

/** Posts it with these fields as well, from the shop's own page unless `headers` say otherwise. */
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
 * The same over a connection of its own: the server does not read a form that is too large to its end, so nothing else
 * can be sent after it.
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

/** The page that the posted form led back to, with its messages. */
export async function readResultPage(posted: Response, url: string): Promise<string> {
  const cookie = posted.headers
    .getSetCookie()
    .map((each) => each.split(";")[0])
    .join("; ");
  return (await fetch(url, { headers: { cookie } })).text();
}
