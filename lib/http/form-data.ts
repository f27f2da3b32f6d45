/** The texts of a form, nested by the dots of their names. */
type NestedTexts = { [name: string]: string | NestedTexts };

export type ParsedForm = {
  /** For a schema. Its objects have no prototype, so that no field can be named like a part of one. */
  nested: NestedTexts;
  /** As typed, secrets left out: for giving back to a form that failed. */
  flat: Record<string, string>;
  /** Names of the fields with a character that no text may hold. */
  unusable: string[];
};

/**
 * More than any form of the shop sends: the largest has 30 fields. `characters` is all names and values together, and
 * counts what Next adds as well.
 */
export const FORM_LIMITS = { fields: 200, nameLength: 200, depth: 3, characters: 65_536 } as const;

/** Fields that React and Next add to a form for themselves. */
const FRAMEWORK_FIELD = /^\$ACTION/;
const SECRET_FIELD = /password|token/i;

/** Control characters and lone halves of surrogate pairs: databases refuse some, logs and mails obey others. */
export const UNUSABLE = /[\p{Cc}\p{Cs}]/gu;

/** Whether a text holds a character that no text may. White space around it does not count, as fields are trimmed. */
function isUnusable(text: string): boolean {
  return text.trim().search(UNUSABLE) !== -1;
}

/**
 * Reads a form in time proportional to `FORM_LIMITS`, whatever was sent: everything is counted before anything is made
 * of it. Files are ignored: no form here takes any.
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

/** "shipping.city" is nested; "option:Size (U.K.)" is split at its first colon alone, as an option's title may hold dots. */
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
