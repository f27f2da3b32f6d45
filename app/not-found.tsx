import type { Metadata } from "next";
import Link from "next/link";
import { SearchInput } from "@/components/catalog/search-input";
import { Wordmark } from "@/components/header/wordmark";
import { MessagePage } from "@/components/ui/message-page";
import { MARKETS } from "@/lib/markets";

export const metadata: Metadata = { title: "Not found" };

/** The not-found page outside all markets. Its links have no country: the shop redirects each visitor to a market. */
export default function NotFound() {
  return (
    <>
      <header className="border-b border-line">
        <div className="page flex h-header items-center">
          <Wordmark href="/" />
        </div>
      </header>
      <main>
        <MessagePage
          ticket="Page not found"
          title="There is no such door"
          text="This address leads nowhere in our shop. Look for what you came for by name, or choose the shop you want."
        >
          <form action="/search" role="search" className="flex w-full max-w-xl gap-2">
            <SearchInput />
          </form>
          <ul aria-label="Our shops" className="mt-8 flex flex-wrap gap-x-6">
            {MARKETS.map(({ country, name }) => (
              <li key={country}>
                <Link
                  href={`/${country}`}
                  className="inline-flex min-h-11 items-center text-sm font-medium link"
                >
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </MessagePage>
      </main>
    </>
  );
}
