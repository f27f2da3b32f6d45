type Nested = { [name: string]: string | Nested };

/** Fields that React and Next add to a form for themselves. */
const FRAMEWORK_FIELD = /^\$ACTION/;
const SECRET_FIELD = /password|token/i;

/**
 * A form's texts, nested by the dots and colons of their names ("shipping.city", "option:Colour"), and flat as typed,
 * secrets left out, for giving back to a form that failed. Files are ignored: no form here takes any.
 */
export function parseForm(form: FormData): { nested: Nested; flat: Record<string, string> } {
  const nested: Nested = Object.create(null);
  const flat: Record<string, string> = {};
  for (const [name, value] of form) {
    if (typeof value !== "string" || FRAMEWORK_FIELD.test(name)) continue;
    if (!SECRET_FIELD.test(name)) flat[name] = value;
    place(nested, splitName(name), value);
  }
  return { nested, flat };
}

/** Titles of product options may hold dots of their own, so a colon ends the splitting. */
function splitName(name: string): string[] {
  const colon = name.indexOf(":");
  return colon > 0 ? [name.slice(0, colon), name.slice(colon + 1)] : name.split(".");
}

function place(into: Nested, [name = "", ...rest]: string[], value: string): void {
  if (rest.length === 0) {
    into[name] = value;
    return;
  }
  const existing = into[name];
  const child: Nested = typeof existing === "object" ? existing : Object.create(null);
  into[name] = child;
  place(child, rest, value);
}
