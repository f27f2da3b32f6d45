import { parse, type HTMLElement } from "node-html-parser";

export type Fields = Record<string, string>;

/** A form by its name, in the hidden field "form", or by the test id of its button. */
export type FormLocator = { name: string } | { button: string };

/** Parses a page as a browser without JavaScript does: `noscript` counts. */
export function parseHtml(html: string): HTMLElement {
  return parse(html, { blockTextElements: { script: true, style: true } });
}

export function findForm(page: HTMLElement, locator: FormLocator): HTMLElement | null {
  const inside =
    "button" in locator
      ? page.querySelector(`[data-testid="${locator.button}"]`)
      : page
          .querySelectorAll('input[name="form"]')
          .find((input) => input.getAttribute("value") === locator.name);
  return inside?.closest("form") ?? null;
}

/** The fields that a browser posts: those of the page, replaced by what is typed. */
export function fillForm(form: HTMLElement, typed: Fields): FormData {
  const data = new FormData();
  for (const [name, value] of listFields(form)) if (!(name in typed)) data.append(name, value);
  for (const [name, value] of Object.entries(typed)) data.append(name, value);
  return data;
}

function listFields(form: HTMLElement): [string, string][] {
  return form.querySelectorAll("input[name], select[name], textarea[name]").flatMap((field) => {
    const value = readField(field);
    const name = field.getAttribute("name") ?? "";
    return value === null || field.hasAttribute("disabled") ? [] : [[name, value] satisfies [string, string]];
  });
}

/** Null for a field that is not sent. */
function readField(field: HTMLElement): string | null {
  if (field.tagName === "SELECT") return readSelect(field);
  if (field.tagName === "TEXTAREA") return field.textContent;
  const type = field.getAttribute("type") ?? "text";
  if (["submit", "button", "reset", "image", "file"].includes(type)) return null;
  const isChoice = type === "radio" || type === "checkbox";
  if (isChoice && !field.hasAttribute("checked")) return null;
  return field.getAttribute("value") ?? (isChoice ? "on" : "");
}

function readSelect(select: HTMLElement): string | null {
  const option = select.querySelector("option[selected]") ?? select.querySelector("option");
  return option ? (option.getAttribute("value") ?? option.textContent) : null;
}
