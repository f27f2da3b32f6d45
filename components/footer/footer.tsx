import Link from "next/link";
import type { ReactNode } from "react";
import { SITE } from "@/lib/site";
import { listCategories } from "@/lib/catalog/categories";
import { listChildren } from "@/lib/catalog/category-tree";
import { listCollections } from "@/lib/catalog/collections";
import { getPath } from "@/lib/catalog/handle";
import type { Market } from "@/lib/markets";

function Column({ title, testId, children }: { title: string; testId?: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="mb-3 eyebrow">{title}</h2>
      <ul data-testid={testId}>{children}</ul>
    </section>
  );
}

function Item({
  href,
  isPersonal,
  testId,
  children,
}: {
  href: string;
  isPersonal?: boolean;
  testId?: string;
  children: ReactNode;
}) {
  return (
    <li>
      <Link
        href={href}
        {...(isPersonal ? { prefetch: false } : {})}
        data-testid={testId}
        className="inline-flex min-h-9 items-center text-sm underline-offset-4 hover:underline max-sm:min-h-11"
      >
        {children}
      </Link>
    </li>
  );
}

const MAX_CATEGORIES = 12;

/** The footer: the categories at the top, all collections, help, and a line about the shop. */
export async function Footer({ market }: { market: Market }) {
  const [categories, collections] = await Promise.all([listCategories(), listCollections()]);
  const base = `/${market.country}`;
  return (
    <footer className="mt-section border-t border-line bg-sunken">
      <div className="page grid grid-cols-2 gap-x-8 gap-y-10 py-14 sm:grid-cols-3 lg:grid-cols-[1.6fr_1fr_1fr_1fr]">
        <div className="col-span-full lg:col-span-1">
          <p className="display text-2xl">{SITE.name}</p>
          <p className="mt-3 max-w-[36ch] text-sm text-muted">
            A demonstration shop: everything works up to the parcel. No card is charged and nothing is sent,
            so leave what you like. The account demo@cloakroom.test opens with cloakroom-demo.
          </p>
        </div>
        <Column title="Categories" testId="footer-categories">
          {listChildren(categories, null)
            .slice(0, MAX_CATEGORIES)
            .map(({ handle, name }) => (
              <Item key={handle} href={base + getPath("categories", handle)} testId="category-link">
                {name}
              </Item>
            ))}
        </Column>
        <Column title="Collections">
          {collections.map(({ handle, title }) => (
            <Item key={handle} href={base + getPath("collections", handle)}>
              {title}
            </Item>
          ))}
        </Column>
        <Column title="Help">
          <Item href={`${base}/store`}>Shop all</Item>
          <Item href={`${base}/search`} isPersonal>
            Search
          </Item>
          <Item href={`${base}/account`} isPersonal>
            Your account
          </Item>
          <Item href={`${base}/order/look-up`} isPersonal testId="look-up-link">
            Find your order
          </Item>
          <Item href={`${base}/cart`} isPersonal>
            Your cart
          </Item>
        </Column>
      </div>
    </footer>
  );
}
