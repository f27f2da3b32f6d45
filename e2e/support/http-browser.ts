import { parse, type HTMLElement } from "node-html-parser";
import { environment } from "./environment";
import { publishExchange } from "./http-exchange";
import { newClientIp } from "./identity";

export type PageResponse = { status: number; html: string; location: string | null };

/** Names and values of a form's fields. */
export type FormFields = [name: string, value: string][];

/** `form` is posted to the path, as from its page. `origin`: of another instance. */
type SendOptions = {
  form?: FormData | undefined;
  origin?: string;
  headers?: Record<string, string>;
  signal?: AbortSignal;
};

/** In seconds. */
const MAX_AGE = /;\s*max-age=(\d+)/iu;
const DELETED = /;\s*(?:max-age=0(?:;|$)|expires=Thu, 01 Jan 1970)/iu;
const NOT_SENT = new Set(["submit", "button", "reset", "image", "file"]);

/**
 * A browser without rendering and JavaScript: keeps cookies and submits forms over HTTP, from a client IP of its own.
 */
export class HttpBrowser {
  readonly cookies = new Map<string, string>();
  /** When cookies expire, in milliseconds since 1970: a cookie that says that the session is fresh lasts seconds. */
  readonly #expiries = new Map<string, number>();
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
    for (const [name, expiry] of this.#expiries) browser.#expiries.set(name, expiry);
    browser.#person = this.#person;
    return browser;
  }

  /** Takes over a guest's cart that was made through the API. @param typed personal texts in it, such as an address */
  takeCart(id: string, ...typed: string[]): void {
    this.cookies.set("__Host-cart", id);
    this.hasTyped(...typed);
  }

  /** For the leak watch: personal texts that this person has typed elsewhere, such as the address of an order. */
  hasTyped(...typed: string[]): void {
    this.#person.typedElsewhere.push(...typed);
  }

  async get(path: string): Promise<PageResponse> {
    return this.#read(path);
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
  async post(path: string, form: FormFields, typed: Record<string, string>): Promise<PageResponse> {
    const response = await this.#read(path, { form: fillForm(form, typed) });
    return response.location?.startsWith("/")
      ? { ...(await this.get(response.location)), location: response.location }
      : response;
  }

  /** Sends one request. The cookies that the response sets are not stored yet. */
  send(path: string, { form, origin = this.origin, headers, signal }: SendOptions = {}): Promise<Response> {
    for (const [name, expiry] of this.#expiries) if (expiry <= Date.now()) this.cookies.delete(name);
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    return fetch(origin + path, {
      redirect: "manual",
      headers: {
        ...this.headers,
        ...headers,
        cookie,
        ...(form ? { origin, referer: origin + path } : {}),
      },
      ...(form ? { method: "POST", body: form } : {}),
      ...(signal ? { signal } : {}),
    });
  }

  storeCookies(response: Response): void {
    for (const text of response.headers.getSetCookie()) {
      const [pair = ""] = text.split(";");
      const [name = "", ...rest] = pair.split("=");
      if (DELETED.test(text)) this.cookies.delete(name);
      else this.cookies.set(name, rest.join("="));
      const [, seconds = Infinity] = MAX_AGE.exec(text) ?? [];
      this.#expiries.set(name, Date.now() + 1_000 * Number(seconds));
    }
  }

  async #read(path: string, options?: SendOptions): Promise<PageResponse> {
    const response = await this.send(path, options);
    this.storeCookies(response);
    const html = await response.text();
    publishExchange({
      client: this.#person,
      url: this.origin + path,
      sent: [...this.#person.typedElsewhere, ...(options?.form?.values() ?? [])].join("\n"),
      headers: response.headers,
      body: html,
    });
    return { status: response.status, html, location: readLocation(response) };
  }
}

/** Where a response redirects to: without the origin within the shop, with it to another site. */
export function readLocation({ headers, url }: Response): string | null {
  const location = headers.get("location");
  if (!location) return null;
  const { hostname, href, pathname, search } = new URL(location, url);
  return hostname === new URL(url).hostname ? pathname + search : href;
}

/**
 * The fields that a browser sends of a form, except its button.
 * @throws Error when the page has no such form
 */
export function readForm(html: string, field: string): FormFields {
  const forms = parse(html, { blockTextElements: { script: true, style: true } }).querySelectorAll("form");
  const form = forms.find(
    (each) =>
      each.querySelector(`[name="${field}"]`) ?? each.querySelector(`[name="form"][value="${field}"]`),
  );
  if (!form) throw new Error(`The page has no form with "${field}".`);
  return form.querySelectorAll("input[name], select[name], textarea[name]").flatMap((each) => {
    const value = each.hasAttribute("disabled") ? null : readField(each);
    return value === null ? [] : [[each.getAttribute("name") ?? "", value] satisfies FormFields[number]];
  });
}

/** Null for a field that is not sent. */
function readField(field: HTMLElement): string | null {
  if (field.tagName === "TEXTAREA") return field.textContent;
  if (field.tagName === "SELECT") {
    const option = field.querySelector("option[selected]") ?? field.querySelector("option");
    return option ? (option.getAttribute("value") ?? option.textContent) : null;
  }
  const type = field.getAttribute("type") ?? "text";
  const isChoice = type === "radio" || type === "checkbox";
  if (NOT_SENT.has(type) || (isChoice && !field.hasAttribute("checked"))) return null;
  return field.getAttribute("value") ?? (isChoice ? "on" : "");
}

/** The form's fields, in the place of which some are typed. */
export function fillForm(form: FormFields, typed: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of form) if (!(name in typed)) data.append(name, value);
  for (const [name, value] of Object.entries(typed)) data.append(name, value);
  return data;
}
