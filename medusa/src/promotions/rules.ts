/** A condition of a promotion, as stored by Medusa. */
export interface Rule {
  attribute: string | null;
  operator: string;
  values: { value?: string | null }[];
}

/**
 * Whether a cart, or one of its items, meets a rule. Equivalent to Medusa's check, which returns only one result for
 * a whole promotion (@medusajs/promotion, dist/utils/validations/promotion-rule.js).
 * @param prefix of the rule's attribute when the subject is a part of the cart: "items.", "shipping_methods."
 */
export function meetsRule({ attribute, operator, values }: Rule, subject: unknown, prefix = ""): boolean {
  const expected = values.flatMap(({ value }) => (typeof value === "string" ? [value] : []));
  if (!attribute || expected.length === 0) return false;
  const path = attribute.startsWith(prefix) ? attribute.slice(prefix.length) : attribute;
  const found = getValuesAtPath(path.split("."), subject);
  if (found.length === 0) return operator === "ne";
  switch (operator) {
    case "eq":
      return found.every((value) => expected.includes(String(value)));
    case "in":
      return found.some((value) => expected.includes(String(value)));
    case "ne":
      return found.every((value) => !expected.includes(String(value)));
    default:
      return found.every((value) =>
        expected.some((limit) => compare(operator, Number(value), Number(limit))),
      );
  }
}

function compare(operator: string, value: number, limit: number): boolean {
  switch (operator) {
    case "gt":
      return value > limit;
    case "gte":
      return value >= limit;
    case "lt":
      return value < limit;
    case "lte":
      return value <= limit;
    default:
      return false;
  }
}

/** All values at a path, through nested lists. Missing values are `undefined`, as in Medusa. */
function getValuesAtPath(path: string[], subject: unknown): unknown[] {
  if (Array.isArray(subject)) return subject.flatMap((each) => getValuesAtPath(path, each));
  const [first, ...rest] = path;
  if (first === undefined) return [subject];
  if (typeof subject !== "object" || subject === null) return [undefined];
  return getValuesAtPath(rest, (subject as Record<string, unknown>)[first]);
}
