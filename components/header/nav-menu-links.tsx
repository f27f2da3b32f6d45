import Link from "next/link";
import { CartPageLink } from "@/components/cart/cart-page-link";
import { Icon, type IconName } from "@/components/ui/icon";
import type { Category } from "@/lib/catalog/categories";
import { buildCategoryTree, type CategoryNode } from "@/lib/catalog/category-tree";
import { getPath } from "@/lib/catalog/handle";

const PERSONAL: { path: string; name: string; icon: IconName }[] = [
  { path: "search", name: "Search", icon: "search" },
  { path: "account", name: "Account", icon: "person" },
];

/** Of the tree of categories. */
const LEVELS = 3;

const TOP = "border-b border-line";
const TOP_LINK = "flex min-h-15 items-center";
const PERSONAL_LINK = "flex min-h-12 items-center gap-3";

/** The links of the menu: the catalogue first, then the personal pages. */
export function NavMenuLinks({ base, categories }: { base: string; categories: Category[] }) {
  return (
    <>
      <ul className="display text-2xl">
        <li className={TOP}>
          <Link href={`${base}/store`} data-testid="store-link" className={TOP_LINK}>
            Shop all
          </Link>
        </li>
        {buildCategoryTree(categories, LEVELS).map((category) => (
          <li key={category.handle} className={TOP}>
            <TopCategory base={base} category={category} />
          </li>
        ))}
      </ul>
      <ul className="mt-6 text-base">
        {PERSONAL.map(({ path, name, icon }) => (
          <li key={path}>
            <Link
              href={`${base}/${path}`}
              prefetch={false}
              data-testid={`${path}-link`}
              className={PERSONAL_LINK}
            >
              <Icon name={icon} /> {name}
            </Link>
          </li>
        ))}
        <li>
          <CartPageLink href={`${base}/cart`} data-testid="cart-link" className={PERSONAL_LINK}>
            <Icon name="bag" /> Cart
          </CartPageLink>
        </li>
      </ul>
    </>
  );
}

/** A category at the top; one with others below it opens. */
function TopCategory({ base, category }: { base: string; category: CategoryNode }) {
  const href = base + getPath("categories", category.handle);
  if (category.children.length === 0)
    return (
      <Link href={href} className={TOP_LINK}>
        {category.name}
      </Link>
    );
  return (
    <details className="group">
      <summary className={`${TOP_LINK} cursor-pointer justify-between`}>
        {category.name}
        <Icon name="down" className="size-5 transition-transform group-open:rotate-180" />
      </summary>
      <ul className="pb-4 font-sans text-base tracking-normal">
        <li>
          <Link href={href} className={PERSONAL_LINK}>
            All {category.name}
          </Link>
        </li>
        <SubcategoryItems base={base} categories={category.children} />
      </ul>
    </details>
  );
}

function SubcategoryItems({ base, categories }: { base: string; categories: CategoryNode[] }) {
  return categories.map(({ handle, name, children }) => (
    <li key={handle}>
      <Link href={base + getPath("categories", handle)} prefetch={false} className={PERSONAL_LINK}>
        {name}
      </Link>
      {children.length > 0 && (
        <ul className="pl-5">
          <SubcategoryItems base={base} categories={children} />
        </ul>
      )}
    </li>
  ));
}
