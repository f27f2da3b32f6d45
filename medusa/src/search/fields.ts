import { search } from "@medusajs/framework/utils";

const internal = () => search.keyword().filterable().retrievable(false);
const internalList = () => search.keyword().array().filterable().retrievable(false);
const facetList = () => search.keyword().array().filterable().facetable().retrievable(false);

/** One document per product and region in which the product has a price. Amounts are in units of the currency. */
export const productFields = search.define({
  id: search.keyword().filterable().sortable(),
  product_id: search.keyword().filterable(),
  region_id: search.keyword().filterable(),
  /** The regions in which the product is sold; `is_first_region` is true in one document of each product. */
  region_ids: search.keyword().array(),
  is_first_region: search.boolean().filterable(),
  // `/store/search` narrows to published products of the publishable key's channels by these two.
  status: internal(),
  sales_channel_ids: internalList(),

  handle: search.keyword().filterable().sortable(),
  title: search.text().searchable({ weight: 3 }),
  sort_title: search.keyword().sortable().retrievable(false),
  subtitle: search.text().searchable({ weight: 2 }),
  keywords: search.text().searchable({ weight: 2 }).retrievable(false),
  description: search.text().searchable().retrievable(false),
  picture: search.keyword(),
  /** "colour=ink https://…": the picture of all variants with an option's value, if they have the same. */
  option_pictures: search.keyword().array(),
  created_at: search.date().sortable(),
  /** From the product's metadata "featured"; the lowest is first. */
  featured: search.float().sortable(),

  currency_code: search.keyword(),
  price: search
    .float()
    .filterable()
    .sortable()
    .facetable({ types: ["stats"] }),
  original_price: search.float(),
  has_price_range: search.boolean(),
  is_reduced: search.boolean().filterable().facetable(),
  is_in_stock: search.boolean().filterable().facetable(),

  categories: facetList(),
  category_ids: internalList(),
  collection: search.keyword().filterable().facetable(),
  collection_id: internal(),
  materials: facetList(),
  option_labels: search.keyword().array().facetable().retrievable(false),
  options: facetList(),
  option_combinations: facetList(),
  options_in_stock: facetList(),
  option_combinations_in_stock: facetList(),

  /** Of everything above: a document is written only if its hash has changed. */
  hash: search.keyword().retrievable(false),
});
