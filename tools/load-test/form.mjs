// @ts-check
import { parse } from "node-html-parser";

/**
 * @typedef {import("node-html-parser").HTMLElement} Element
 * @typedef {Record<string, string>} Fields
 */

/**
 * A page as a browser without JavaScript has it: what stands in `noscript` counts.
 * @param {string} html
 * @returns {Element}
 */
export function parsePage(html) {
  return parse(html, { blockTextElements: { script: true, style: true } });
}

/**
 * The form with this button, by the button's test id, or with this name in its hidden field "form".
 * @param {Element} page
 * @param {{ name: string } | { button: string }} wanted
 * @returns {Element | null}
 */
export function findForm(page, wanted) {
  const inside =
    "button" in wanted
      ? page.querySelector(`[data-testid="${wanted.button}"]`)
      : page
          .querySelectorAll('input[name="form"]')
          .find((input) => input.getAttribute("value") === wanted.name);
  return inside?.closest("form") ?? null;
}

/**
 * What a browser posts when a form is sent: its fields as the page has them, those that are typed in their place, and
 * the button if it has a name.
 * @param {Element} form
 * @param {Fields} typed
 * @returns {FormData}
 */
export function fillForm(form, typed) {
  const data = new FormData();
  for (const [name, value] of listFields(form)) if (!(name in typed)) data.append(name, value);
  for (const [name, value] of Object.entries(typed)) data.append(name, value);
  return data;
}

/**
 * @param {Element} form
 * @returns {[string, string][]}
 */
function listFields(form) {
  return form.querySelectorAll("input[name], select[name], textarea[name]").flatMap((field) => {
    const value = readField(field);
    const name = field.getAttribute("name") ?? "";
    return value === null || field.hasAttribute("disabled") ? [] : [[name, value]];
  });
}

/**
 * @param {Element} field
 * @returns {string | null} null: it is not sent
 */
function readField(field) {
  if (field.tagName === "SELECT") return readSelect(field);
  if (field.tagName === "TEXTAREA") return field.textContent;
  const type = field.getAttribute("type") ?? "text";
  if (["submit", "button", "reset", "image", "file"].includes(type)) return null;
  const isChoice = type === "radio" || type === "checkbox";
  if (isChoice && !field.hasAttribute("checked")) return null;
  return field.getAttribute("value") ?? (isChoice ? "on" : "");
}

/** @param {Element} select */
function readSelect(select) {
  const option = select.querySelector("option[selected]") ?? select.querySelector("option");
  return option ? (option.getAttribute("value") ?? option.textContent) : null;
}
