import { hasControlCharacter, hasControlCharacterInText } from "./text";

/** How much a request may hold. Counted before anything is done with it, at a cost that the bounds limit. */
export interface Bounds {
  depth: number;
  /** Keys and elements, all together. */
  values: number;
  /** Characters of all texts together. */
  characters: number;
  /** Elements of one array. */
  elements: number;
  /** Whether some fields are text of several lines. */
  hasText: boolean;
}

export const STORE_BOUNDS: Bounds = {
  depth: 6,
  values: 1_000,
  characters: 20_000,
  elements: 200,
  hasText: false,
};

/** The admin changes prices and stock in batches, which Medusa lets be larger than its other bodies. */
export const ADMIN_BOUNDS: Bounds = {
  depth: 20,
  values: 200_000,
  characters: 10_000_000,
  elements: 20_000,
  hasText: true,
};

/** Fields of the admin that people write several lines into, and what is below them. */
const TEXT_FIELD =
  /^(description|content|text|data|metadata|translations|additional_data|.*(note|notes|comment|message))$/i;

const POISON = new Set(["__proto__", "constructor", "prototype"]);
const LONGEST_KEY = 200;

interface Node {
  value: unknown;
  depth: number;
  isText: boolean;
}

/**
 * What is wrong with a body or a query, null when nothing is. Walks with a list instead of recursion: a body of
 * 100 KB can be nested 50,000 deep.
 * @returns a sentence without anything of the input
 */
export function findFault(input: unknown, bounds: Bounds): string | null {
  const open: Node[] = [{ value: input, depth: 0, isText: false }];
  let values = 0;
  let characters = 0;
  for (let node = open.pop(); node; node = open.pop()) {
    const fault = findOwnFault(node, bounds);
    if (fault) return fault;
    characters += typeof node.value === "string" ? node.value.length : 0;
    if (characters > bounds.characters) return "The request holds too much text.";
    const children = listChildren(node, bounds);
    values += children.length;
    if (values > bounds.values) return "The request holds too many values.";
    open.push(...children);
  }
  return null;
}

function findOwnFault({ value, depth, isText }: Node, bounds: Bounds): string | null {
  if (typeof value === "string") {
    const isUnusable = isText ? hasControlCharacterInText(value) : hasControlCharacter(value);
    return isUnusable ? "The request holds characters that cannot be used." : null;
  }
  if (typeof value !== "object" || value === null) return null;
  if (depth > bounds.depth) return "The request is nested too deeply.";
  if (Array.isArray(value))
    return value.length > bounds.elements ? "The request holds too long a list." : null;
  const isNamed = (key: string) => key.length <= LONGEST_KEY && !hasControlCharacter(key) && !POISON.has(key);
  const keys = Object.keys(value);
  if (keys.length > bounds.values) return "The request holds too many values.";
  return keys.every(isNamed) ? null : "The request holds a name that cannot be used.";
}

function listChildren({ value, depth, isText }: Node, { hasText }: Bounds): Node[] {
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.map((each) => ({ value: each, depth: depth + 1, isText }));
  return Object.entries(value).map(([key, each]) => ({
    value: each as unknown,
    depth: depth + 1,
    isText: hasText && (isText || TEXT_FIELD.test(key)),
  }));
}
