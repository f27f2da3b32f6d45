import Link from "next/link";
import { SITE } from "@/lib/site";

/** The shop's name as a link to the home page. */
export function Wordmark({ href }: { href: string }) {
  return (
    <Link
      href={href}
      data-testid="home-link"
      className="flex min-h-11 items-center display text-[1.625rem] leading-none tracking-[-0.03em] max-[24rem]:text-[1.375rem]"
    >
      {SITE.name}
    </Link>
  );
}
