import type { Page } from "@playwright/test";

/** A response of the shop that is quick to display. */
const STATIC_FILE = "/robots.txt";

export type UnrenderedForm = {
  /** Path of the page with the form. */
  path: string;
  /** The value of the form's hidden field "form", or the name of any of its fields. */
  form: string;
  /** Texts by field name. */
  named?: Record<string, string>;
  /** Texts and choices by label, as people see them. */
  labelled?: Record<string, string>;
};

/**
 * Submits a form of the shop in this browser without rendering its page, for tests in which the way there is not the
 * point. Fields that are not typed keep their values. The browser has no page of the shop open afterwards; what the shop
 * answered is seen on the page opened next.
 * @throws Error when the page has no such form, field or choice
 */
export async function submitUnrendered(page: Page, submitted: UnrenderedForm): Promise<void> {
  if (!page.url().endsWith(STATIC_FILE)) await page.goto(STATIC_FILE);
  await page.evaluate(async ({ path, form: name, named = {}, labelled = {} }) => {
    const html = await (await fetch(path)).text();
    const parsed = new DOMParser().parseFromString(html, "text/html");
    const form = parsed
      .querySelector(`form [name="form"][value="${name}"], form [name="${name}"]`)
      ?.closest("form");
    if (!form) throw new Error(`${path} has no form ${name}`);
    const labels = [...form.querySelectorAll("label")];
    for (const [label, text] of Object.entries(labelled)) {
      const field = labels.find(({ textContent }) => textContent.startsWith(label))?.control;
      const choice =
        field instanceof HTMLSelectElement && [...field.options].find((option) => option.text === text);
      if (choice) choice.selected = true;
      else if (field instanceof HTMLInputElement) field.value = text;
      else throw new Error(`${path} has no field ${label} for "${text}"`);
    }
    const body = new FormData(form);
    for (const [field, text] of Object.entries(named)) body.set(field, text);
    await fetch(path, { method: "POST", body, redirect: "manual" });
  }, submitted);
}
