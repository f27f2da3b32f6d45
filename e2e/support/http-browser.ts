import { parse } from "node-html-parser";
import { environment } from "./environment";
import { publishExchange } from "./http-exchange";
import { newClientIp } from "./identity";

export type PageResponse = { status: number; html: string; location: string | null };

/**
 * A browser without rendering and JavaScript: keeps cookies and submits forms over HTTP, from a client IP of its own.
 */
export class HttpBrowser {
  readonly cookies = new Map<string, string>();
  /** Who this is to the leak watch, and what this person has typed elsewhere; shared with copies. */
  #person: { typedElsewhere: string[] } = { typedElsewhere: [] };

  /**
   * @param origin of the storefront; cookies belong to the host and are sent to all its ports
   * @param headers added by the client's network and by proxies
   */
  constructor(
    readonly origin = environment.baseUrl,
    readonly headers: Record<string, string> = newClientIp(),
  ) {}

  /** A copy with the same cookies that talks to another instance. */
  atOrigin(origin: string): HttpBrowser {
    const browser = new HttpBrowser(origin, this.headers);
    for (const [name, value] of this.cookies) browser.cookies.set(name, value);
    browser.#person = this.#person;
    return browser;
  }

  /** Takes over a guest's cart that was made through the API. @param typed personal texts in it, such as an address */
  takeCart(id: string, ...typed: string[]): void {
    this.cookies.set("__Host-cart", id);
    this.#person.typedElsewhere.push(...typed);
  }

  async get(path: string): Promise<PageResponse> {
    return this.#send(path, { method: "GET" });
  }

  /**
   * Submits a form of a page with its current values and some typed ones, and follows the redirect.
   * @param field the name of a field of the form, or the value of its hidden field "form"
   */
  async submit(path: string, field: string, typed: Record<string, string>): Promise<PageResponse> {
    const { html } = await this.get(path);
    return this.post(path, readForm(html, field), typed);
  }

  /** @param form as returned by `readForm`; may be sent many times */
  async post(path: string, form: [string, string][], typed: Record<string, string>): Promise<PageResponse> {
    const body = new FormData();
    for (const [name, value] of form) if (!(name in typed)) body.append(name, value);
    for (const [name, value] of Object.entries(typed)) body.append(name, value);
    const response = await this.#send(path, {
      method: "POST",
      body,
      headers: { origin: this.origin, referer: this.origin + path },
    });
    return response.location?.startsWith("/")
      ? { ...(await this.get(response.location)), location: response.location }
      : response;
  }

  async #send(path: string, init: RequestInit): Promise<PageResponse> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { ...this.headers, ...init.headers, cookie };
    const response = await fetch(this.origin + path, { ...init, headers, redirect: "manual" });
    for (const text of response.headers.getSetCookie()) this.#storeCookie(text);
    const location = response.headers.get("location");
    const target = location ? new URL(location, this.origin) : null;
    const html = await response.text();
    const form = init.body instanceof FormData ? [...init.body.values()] : [];
    const sent = [...this.#person.typedElsewhere, ...form].join("\n");
    publishExchange({
      client: this.#person,
      url: this.origin + path,
      sent,
      headers: response.headers,
      body: html,
    });
    return {
      status: response.status,
      html,
      location: target ? target.pathname + target.search : null,
    };
  }

  #storeCookie(text: string): void {
    const [pair = ""] = text.split(";");
    const [name = "", ...rest] = pair.split("=");
    if (/max-age=0(;|$)/i.test(text)) this.cookies.delete(name);
    else this.cookies.set(name, rest.join("="));
  }
}

/**
 * Names and values of a form's fields.
 * @throws Error when the page has no such form
 */
export function readForm(html: string, field: string): [string, string][] {
  const forms = parse(html, { blockTextElements: { script: true, style: true } }).querySelectorAll("form");
  const form = forms.find(
    (each) =>
      each.querySelector(`[name="${field}"]`) ?? each.querySelector(`[name="form"][value="${field}"]`),
  );
  if (!form) throw new Error(`The page has no form with "${field}".`);
  return form.querySelectorAll("input[name]").flatMap((input) => {
    const isChoice = ["radio", "checkbox"].includes(input.getAttribute("type") ?? "");
    if (isChoice && !input.hasAttribute("checked")) return [];
    return [[input.getAttribute("name") ?? "", input.getAttribute("value") ?? (isChoice ? "on" : "")]];
  });
}
