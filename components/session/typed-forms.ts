import { readStored, writeStored } from "@/components/browser-storage";

/** The key in the tab's storage. */
const KEY = "typed-forms";

/** A field's value: the index of its form in the page, the name of the field, its value, and whether it is checked. */
type Typed = { form: number; name: string; value: string; isChecked: boolean };
type Kept = { page: string; typed: Typed[] };

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Types of fields that are not stored: passwords, and those that the page fills in. */
const NOT_KEPT = /^(password|hidden|file|submit|button)$/;

/** Stores the values of the page's forms, for `restoreTypedForms` after a reload. */
export function storeTypedForms(): void {
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

/** Restores the values that `storeTypedForms` has stored, once, on the same page. */
export function restoreTypedForms(): void {
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
      // React notices only a click.
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

/** Sets a value so that React notices it: through the native setter, and with an event. */
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
