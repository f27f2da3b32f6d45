/** The texts of a form, nested by the dots of their names. */
type NestedTexts = { [name: string]: string | NestedTexts };

export type ParsedForm = {
  /** For a schema. Its objects have no prototype, so a field name cannot pollute one. */
  nested: NestedTexts;
  /** By field name as typed, without secrets: to refill a form that failed. */
  flat: Record<string, string>;
  /** Names of the fields that hold a forbidden character. */
  unusable: string[];
};

/**
 * Limits of a form, above what any form of the shop sends: the largest has 30 fields. `characters` is the sum of all
 * names and values, including the fields that Next adds.
 */
export const FORM_LIMITS = { fields: 200, nameLength: 200, depth: 3, characters: 65_536 } as const;

/** Fields that React and Next add. */
const FRAMEWORK_FIELD = /^\$ACTION/;
const SECRET_FIELD = /password|token/i;

/**
 * Characters that no field may hold: control characters and lone surrogates. Databases refuse some; others act as
 * commands in logs and mails.
 */
export const UNUSABLE = /[\p{Cc}\p{Cs}]/gu;

/** Whether a text holds a forbidden character. Surrounding white space does not count, as fields are trimmed. */
function isUnusable(text: string): boolean {
  return text.trim().search(UNUSABLE) !== -1;
}

/**
 * Parses a form in time bounded by `FORM_LIMITS`, as everything is counted before it is processed. Ignores files.
 * @returns null for a form that exceeds a limit
 */
export function parseForm(form: FormData): ParsedForm | null {
  if (!isWithinLimits(form)) return null;
  const parsed: ParsedForm = { nested: Object.create(null), flat: {}, unusable: [] };
  for (const [name, value] of form) {
    if (typeof value !== "string" || FRAMEWORK_FIELD.test(name)) continue;
    const path = splitName(name);
    if (path.length > FORM_LIMITS.depth) return null;
    if (!SECRET_FIELD.test(name)) parsed.flat[name] = value;
    if (isUnusable(name) || isUnusable(value)) parsed.unusable.push(name);
    place(parsed.nested, path, value);
  }
  return parsed;
}

function isWithinLimits(form: FormData): boolean {
  let fields = 0;
  let characters = 0;
  for (const [name, value] of form) {
    fields += 1;
    characters += name.length + (typeof value === "string" ? value.length : value.size);
    if (fields > FORM_LIMITS.fields || characters > FORM_LIMITS.characters) return false;
    if (name.length > FORM_LIMITS.nameLength) return false;
  }
  return true;
}

/** Splits "shipping.city" at its dots, but "option:Size (U.K.)" at the colon only: option titles may hold dots. */
function splitName(name: string): string[] {
  const colon = name.indexOf(":");
  return colon > 0 ? [name.slice(0, colon), name.slice(colon + 1)] : name.split(".");
}

function place(root: NestedTexts, path: string[], value: string): void {
  let into = root;
  for (const name of path.slice(0, -1)) {
    const existing = into[name];
    const child: NestedTexts = typeof existing === "object" ? existing : Object.create(null);
    into[name] = child;
    into = child;
  }
  into[path.at(-1) ?? ""] = value;
}
