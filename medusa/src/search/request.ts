import { z } from "@medusajs/framework/zod";

/** The uses of an index's fields, by name, as its definition declares them. */
export type IndexFields = Record<
  string,
  { filterable?: unknown; sortable?: unknown; facetable?: unknown; retrievable?: unknown }
>;

/** Limits of one request, over all its questions. The storefront's largest has 8 questions with 14 facets. */
export const SEARCH_LIMITS = {
  questions: 20,
  /** Each facet is a statement that reads every match. */
  facets: 40,
  conditions: 200,
  /** Of the searched text, in characters. */
  text: 200,
  skip: 1_000_000,
  /** Values of one facet. */
  values: 1_000,
  /** Questions that also look for similar words, or in some fields only: each looks at every document. */
  costly: 1,
} as const;

/** What can be searched for similar words. */
const SEARCHED_FIELDS = ["title", "subtitle", "keywords"] as const;

/**
 * A question without the options that this shop does not offer. Those are costly, such as searching fields that have no
 * index, or the engine refuses them with a message that repeats the input.
 */
const questionSchema = z
  .object({
    entity: z.literal("product"),
    fields: z.array(z.string()).default([]),
    filters: z.record(z.string(), z.unknown()).default({}),
    pagination: z
      .object({
        skip: z.number().max(SEARCH_LIMITS.skip),
        take: z.number(),
        order: z.record(z.string(), z.unknown()).default({}),
      })
      .partial()
      .strict()
      .default({}),
    search_options: z
      .object({
        match_strategy: z.string(),
        include_score: z.boolean(),
        count: z.string(),
        typo_tolerance: z.boolean(),
        min_score: z.number(),
        attributes_to_search_on: z.array(z.enum(SEARCHED_FIELDS)).max(SEARCHED_FIELDS.length),
        facets: z.array(
          z.union([
            z.string(),
            z.looseObject({ field: z.string(), limit: z.number().max(SEARCH_LIMITS.values).optional() }),
          ]),
        ),
      })
      .partial()
      .strict()
      .default({}),
  })
  .strict();

type Question = z.infer<typeof questionSchema>;

const requestSchema = z.union([
  z.object({ queries: z.array(questionSchema).max(SEARCH_LIMITS.questions) }).strict(),
  questionSchema,
]);

/**
 * Finds what is wrong with a request to the search engine; null if nothing is. Medusa's own validation lets groups and
 * texts of the wrong type through, which fail in the engine, and any number of facets.
 * @param fields of the index
 * @returns a sentence that repeats no input
 */
export function findSearchViolation(body: unknown, fields: IndexFields): string | null {
  const { data } = requestSchema.safeParse(body);
  if (!data) return "The search holds something that is not offered here.";
  const questions = "queries" in data ? data.queries : [data];
  const facets = questions.flatMap(({ search_options }) => search_options.facets ?? []);
  if (facets.length > SEARCH_LIMITS.facets) return "The search asks for too many facets.";
  if (questions.filter(isCostly).length > SEARCH_LIMITS.costly)
    return "The search asks for similar words too often.";
  if (!questions.every((question) => areNamesKnown(question, fields)))
    return "The search names a field that cannot be used like that.";
  const counts = questions.map(({ filters }) => countConditions(filters, fields));
  if (counts.includes(null)) return "The search holds a filter that cannot be read.";
  const conditions = counts.reduce((sum: number, count) => sum + (count ?? 0), 0);
  return conditions > SEARCH_LIMITS.conditions ? "The search holds too many conditions." : null;
}

function isCostly({ search_options }: Question): boolean {
  return search_options.typo_tolerance === true || search_options.attributes_to_search_on !== undefined;
}

/** Whether selection, order and facets name fields that have this use. */
function areNamesKnown({ fields: selected, pagination, search_options }: Question, fields: IndexFields) {
  const has = (use: "sortable" | "facetable") => (name: string) => Boolean(getField(fields, name)?.[use]);
  const facets = (search_options.facets ?? []).map((facet) =>
    typeof facet === "string" ? facet : facet.field,
  );
  return (
    selected.every((name) => getField(fields, name) && getField(fields, name)?.retrievable !== false) &&
    Object.keys(pagination.order ?? {}).every((name) => name === "_score" || has("sortable")(name)) &&
    facets.every(has("facetable"))
  );
}

function getField(fields: IndexFields, name: string): IndexFields[string] | undefined {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

/** Counts the conditions of a question's filters, groups included; null if there is one that the engine cannot read. */
function countConditions({ q, ...filters }: Record<string, unknown>, fields: IndexFields): number | null {
  const isText = q === undefined || (typeof q === "string" && q.length <= SEARCH_LIMITS.text);
  return isText ? countGroup(filters, fields) : null;
}

const GROUPS = new Set(["$and", "$or", "$not"]);

function countGroup(group: unknown, fields: IndexFields): number | null {
  if (!isRecord(group)) return null;
  let count = 0;
  for (const [name, value] of Object.entries(group)) {
    const counted = GROUPS.has(name) ? countMembers(name, value, fields) : countValues(fields, name, value);
    if (counted === null) return null;
    count += counted;
  }
  return count;
}

/** `$not` has one group, the others a list. */
function countMembers(name: string, value: unknown, fields: IndexFields): number | null {
  if (name === "$not") return countGroup(value, fields);
  if (!Array.isArray(value)) return null;
  const counts = value.map((member) => countGroup(member, fields));
  return counts.includes(null) ? null : counts.reduce((sum: number, each) => sum + (each ?? 0), 0);
}

/** Every value of a list is a condition of its own. */
function countValues(fields: IndexFields, name: string, value: unknown): number | null {
  if (!getField(fields, name)?.filterable) return null;
  const values = isRecord(value) ? Object.values(value) : [value];
  return values.flat().length;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
