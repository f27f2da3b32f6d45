import Link from "next/link";
import { ACCOUNT_SECTIONS, type AccountSection } from "./account-sections";
import { SignOutForm } from "./sign-out-form";

type AccountNavProps = { country: string; section: AccountSection };

/** The account's menu: a column on a wide screen, rows on a phone. */
export function AccountNav({ country, section }: AccountNavProps) {
  return (
    <nav aria-label="Account" data-testid="account-nav">
      <ul className="flex flex-wrap gap-x-6 border-b border-line lg:block lg:border-b-0">
        {ACCOUNT_SECTIONS.map(({ path, title, testId }) => (
          <li key={path}>
            <Link
              href={`/${country}/account${path}`}
              prefetch={false}
              data-testid={testId}
              aria-current={path === section ? "page" : undefined}
              className="flex min-h-12 items-center border-b-2 border-transparent whitespace-nowrap hover:text-accent-text aria-[current]:border-accent-text aria-[current]:font-semibold lg:min-h-11 lg:border-b-0"
            >
              {title}
            </Link>
          </li>
        ))}
        <li className="lg:mt-4 lg:border-t lg:border-line lg:pt-4">
          <SignOutForm country={country} />
        </li>
      </ul>
    </nav>
  );
}
