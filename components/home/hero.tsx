import { getImageProps } from "next/image";
import Link from "next/link";
import { ButtonLink } from "@/components/ui/button-link";

const ALT = "The cloakroom: coats, scarves and hats on a row of numbered hooks";

/** The first thing one sees. Two crops of one scene, for wide and for tall screens; the browser takes one of them. */
export function Hero({ base, promisesId }: { base: string; promisesId: string }) {
  return (
    <section
      aria-label="Welcome"
      className="border-b border-line lg:grid lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]"
    >
      <HeroPicture />
      <div className="flex flex-col justify-end px-gutter pt-9 pb-12 lg:order-first lg:pb-16 xl:pl-[max(var(--spacing-gutter),calc((100vw-92rem)/2+var(--spacing-gutter)))]">
        <h1 className="display text-4xl">Hung well, handed back</h1>
        <p className="mt-6 max-w-[34ch] text-lg text-muted">
          Scarves, hats, gloves, umbrellas, bags and small prints: good things to leave at a counter, and
          better to be given back.
        </p>
        <div className="mt-8 flex flex-wrap items-center gap-x-7 gap-y-3">
          <ButtonLink href={`${base}/store`} size="large">
            Shop all
          </ButtonLink>
          <Link
            href={`#${promisesId}`}
            className="inline-flex min-h-11 items-center text-sm font-semibold link"
          >
            How our cloakroom works
          </Link>
        </div>
      </div>
    </section>
  );
}

function HeroPicture() {
  const shared = { alt: ALT, fetchPriority: "high", loading: "eager" } as const;
  const wide = getImageProps({
    ...shared,
    src: "/editorial/hero.webp",
    width: 1600,
    height: 1280,
    sizes: "58vw",
  });
  const tall = getImageProps({
    ...shared,
    src: "/editorial/hero-tall.webp",
    width: 1080,
    height: 1200,
    sizes: "100vw",
  });
  return (
    <picture>
      <source media="(min-width: 64rem)" srcSet={wide.props.srcSet} sizes={wide.props.sizes} />
      <img
        {...tall.props}
        alt={ALT}
        className="aspect-9/10 w-full bg-sunken object-cover lg:aspect-auto lg:h-[min(44rem,calc(100dvh-var(--spacing-header)))]"
      />
    </picture>
  );
}
