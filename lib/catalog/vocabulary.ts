import "server-only";
import { cacheLife, cacheTag } from "next/cache";
import { fallbackDuringBuild } from "@/lib/catalog/cache-life";
import { TAGS } from "@/lib/catalog/cache-tags";
import { listCategories } from "@/lib/catalog/categories";
import { listCollections } from "@/lib/catalog/collections";
import { askEngine } from "@/lib/catalog/engine";
import type { Vocabulary } from "@/lib/catalog/list-query";
import { compareSizes } from "@/lib/catalog/sizes";
import { findRegionId } from "@/lib/catalog/regions";
import type { Country } from "@/lib/markets";

const LIMIT = 1_000;

/** Options that come first, in this order; the others follow by name. */
const FIRST = ["colour", "color", "size"];

type Names = Pick<Vocabulary, "options" | "materials">;

/**
 * Everything that lists of a country can be filtered by.
 * @param version of the catalogue (`getVersion`), for pages that are rendered for each request
 * @throws AppError "unavailable"
 */
export async function getVocabulary(country: Country, version = ""): Promise<Vocabulary> {
  const [names, categories, collections] = await Promise.all([
    getNames(country, version),
    listCategories(version),
    listCollections(version),
  ]);
  return {
    ...names,
    categories: categories.map(({ handle, name, parent }) => ({ value: handle, label: name, parent })),
    collections: collections.map(({ handle, title }) => ({ value: handle, label: title })),
  };
}

/** The names of options and materials. */
async function getNames(country: Country, version: string): Promise<Names> {
  "use cache";
  cacheLife("max");
  cacheTag(TAGS.products, TAGS.regions, `vocabulary:${version}`);
  return fallbackDuringBuild({ options: [], materials: [] }, async () => {
    const regionId = await findRegionId(country);
    if (!regionId) return { options: [], materials: [] };
    const facet = (field: string) => ({ field, type: "value", limit: LIMIT, sort: "alpha" }) as const;
    const [answer] = await askEngine([
      { filters: { region_id: regionId }, facets: [facet("option_labels"), facet("materials")], take: 0 },
    ]);
    const labels = answer?.values.option_labels ?? [];
    const materials = answer?.values.materials ?? [];
    return {
      options: groupOptions(labels.map(({ value }) => value)),
      materials: materials.map(({ value }) => ({ value, label: toLabel(value) })),
    };
  });
}

/** Groups "colour=ink|Colour|Ink" by option. Of two spellings of a name the first counts. */
function groupOptions(labels: readonly string[]): Vocabulary["options"] {
  const groups = new Map<string, { title: string; values: Map<string, string> }>();
  for (const each of labels) {
    const [key = "", title = "", label = ""] = each.split("|");
    const [name = "", value = ""] = key.split("=");
    const group = groups.get(name) ?? { title, values: new Map<string, string>() };
    if (!group.values.has(value)) group.values.set(value, label);
    groups.set(name, group);
  }
  const rank = (name: string) => FIRST.indexOf(name) >>> 0;
  return [...groups]
    .map(([name, { title, values }]) => ({
      name,
      title,
      values: [...values]
        .map(([value, label]) => ({ value, label }))
        .toSorted((a, b) => compareSizes(a.label, b.label)),
    }))
    .toSorted((a, b) => rank(a.name) - rank(b.name) || (a.name < b.name ? -1 : 1));
}

/** "recycled-cotton" → "Recycled cotton" */
function toLabel(slug: string): string {
  const words = slug.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
