import Link from "next/link";
import { CartPageLink } from "@/components/cart/cart-page-link";
import { Icon, type IconName } from "@/components/ui/icon";
import type { Category } from "@/lib/catalog/categories";
import { getPath } from "@/lib/catalog/handle";

const PERSONAL: { path: string; name: string; icon: IconName }[] = [
  { path: "search", name: "Search", icon: "search" },
  { path: "account", name: "Account", icon: "person" },
];

const PERSONAL_LINK = "flex min-h-12 items-center gap-3";

/** The links of the menu: the catalogue first, then the personal pages. */
export function NavMenuLinks({ base, categories }: { base: string; categories: Category[] }) {
  const shelves = [
    { path: "store", name: "Shop all", testId: "store-link" },
    ...categories.map(({ handle, name }) => ({
      path: getPath("categories", handle).slice(1),
      name,
      testId: undefined,
    })),
  ];
  return (
    <>
      <ul className="display text-2xl">
        {shelves.map(({ path, name, testId }) => (
          <li key={path} className="border-b border-line">
            <Link href={`${base}/${path}`} data-testid={testId} className="flex min-h-15 items-center">
              {name}
            </Link>
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
