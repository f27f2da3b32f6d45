import { hasControlCharacter, hasControlCharacterInMultilineText } from "./text";

/** Limits of a request's content, checked before anything is done with it. */
export interface Bounds {
  depth: number;
  /** Keys and elements in total. */
  values: number;
  /** Characters in total. */
  characters: number;
  /** Elements of one array. */
  elements: number;
  /** Whether some fields may have several lines. */
  allowsMultilineText: boolean;
}

export const STORE_BOUNDS: Bounds = {
  depth: 6,
  values: 1_000,
  characters: 20_000,
  elements: 200,
  allowsMultilineText: false,
};

/** The admin sends batches of prices and stock, for which Medusa accepts larger bodies. */
export const ADMIN_BOUNDS: Bounds = {
  depth: 20,
  values: 200_000,
  characters: 10_000_000,
  elements: 20_000,
  allowsMultilineText: true,
};

/** Admin fields for text of several lines, and everything nested in them. */
const MULTILINE_FIELD =
  /^(description|content|text|data|metadata|translations|additional_data|.*(note|notes|comment|message))$/i;

const FORBIDDEN_KEYS = new Set(["__proto__", "constructor", "prototype"]);
const MAX_KEY_LENGTH = 200;

interface Node {
  value: unknown;
  depth: number;
  isMultiline: boolean;
}

/**
 * Finds the first violation of the bounds; null if there is none. Iterative, because a body of 100 KB can be nested
 * 50,000 deep.
 * @returns a sentence that repeats no input
 */
export function findViolation(input: unknown, bounds: Bounds): string | null {
  const queue: Node[] = [{ value: input, depth: 0, isMultiline: false }];
  let values = 0;
  let characters = 0;
  for (let node = queue.pop(); node; node = queue.pop()) {
    const violation = findOwnViolation(node, bounds);
    if (violation) return violation;
    characters += typeof node.value === "string" ? node.value.length : 0;
    if (characters > bounds.characters) return "The request holds too much text.";
    const children = listChildren(node, bounds);
    values += children.length;
    if (values > bounds.values) return "The request holds too many values.";
    queue.push(...children);
  }
  return null;
}

function findOwnViolation({ value, depth, isMultiline }: Node, bounds: Bounds): string | null {
  if (typeof value === "string") {
    const isUnusable = isMultiline ? hasControlCharacterInMultilineText(value) : hasControlCharacter(value);
    return isUnusable ? "The request holds characters that cannot be used." : null;
  }
  if (typeof value !== "object" || value === null) return null;
  if (depth > bounds.depth) return "The request is nested too deeply.";
  if (Array.isArray(value))
    return value.length > bounds.elements ? "The request holds too long a list." : null;
  const isNamed = (key: string) =>
    key.length <= MAX_KEY_LENGTH && !hasControlCharacter(key) && !FORBIDDEN_KEYS.has(key);
  const keys = Object.keys(value);
  if (keys.length > bounds.values) return "The request holds too many values.";
  return keys.every(isNamed) ? null : "The request holds a name that cannot be used.";
}

function listChildren({ value, depth, isMultiline }: Node, { allowsMultilineText }: Bounds): Node[] {
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.map((each) => ({ value: each, depth: depth + 1, isMultiline }));
  return Object.entries(value).map(([key, each]) => ({
    value: each as unknown,
    depth: depth + 1,
    isMultiline: allowsMultilineText && (isMultiline || MULTILINE_FIELD.test(key)),
  }));
}
