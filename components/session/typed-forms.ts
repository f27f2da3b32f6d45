import { readStored, writeStored } from "@/components/browser-storage";

/** In this tab's storage, from a reload until the page is there again. */
const KEY = "typed-forms";

/** What was typed or chosen: the form's place in the page, the field's name, its value, and whether it is checked. */
type Typed = { form: number; name: string; value: string; isChecked: boolean };
type Kept = { page: string; typed: Typed[] };

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Never a password, and nothing that the page has put there itself. */
const NOT_KEPT = /^(password|hidden|file|submit|button)$/;

/** Keeps what stands in the forms of the page for `restoreTyped` after a reload. */
export function keepTyped(): void {
  const typed = [...document.forms].flatMap((element, form) =>
    listControls(element).map(({ name, value, ...control }) => ({
      form,
      name,
      value,
      isChecked: "checked" in control && control.checked,
    })),
  );
  writeStored("sessionStorage", KEY, JSON.stringify({ page: getPage(), typed } satisfies Kept));
}

/** Puts back what `keepTyped` has kept, once, on the page it was typed into. */
export function restoreTyped(): void {
  const kept = parse(readStored("sessionStorage", KEY));
  if (!kept) return;
  writeStored("sessionStorage", KEY, null);
  if (kept.page !== getPage()) return;
  for (const typed of kept.typed) {
    const form = document.forms[typed.form];
    if (form) restore(form, typed);
  }
}

function restore(form: HTMLFormElement, { name, value, isChecked }: Typed): void {
  for (const control of listControls(form)) {
    if (control.name !== name) continue;
    if (control instanceof HTMLInputElement && /^(checkbox|radio)$/.test(control.type)) {
      // A click, as only that tells React.
      if (
        control.value === value &&
        control.checked !== isChecked &&
        (isChecked || control.type === "checkbox")
      )
        control.click();
    } else if (control.value !== value) {
      setValue(control, value);
    }
  }
}

/** As typing does: React sees only what is set past its own property, and told by an event. */
function setValue(control: Control, value: string): void {
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), "value")?.set?.call(control, value);
  control.dispatchEvent(new Event("input", { bubbles: true }));
  control.dispatchEvent(new Event("change", { bubbles: true }));
}

function listControls(form: HTMLFormElement): Control[] {
  return [...form.elements].filter(
    (element): element is Control =>
      (element instanceof HTMLInputElement ||
        element instanceof HTMLSelectElement ||
        element instanceof HTMLTextAreaElement) &&
      element.name !== "" &&
      !NOT_KEPT.test(element.type),
  );
}

function getPage(): string {
  return location.pathname + location.search;
}

function parse(text: string | null): Kept | null {
  try {
    return text ? (JSON.parse(text) as Kept) : null;
  } catch {
    return null;
  }
}
