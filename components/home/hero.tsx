import { getImageProps } from "next/image";
import Link from "next/link";
import { ButtonLink } from "@/components/ui/button-link";

const ALT =
  "A row of numbered brass hooks: a tartan scarf, a brown one, a cream one and a tote; hats on the shelf above, umbrellas in a stand.";

/**
 * The hero of the home page. On a wide screen the text is on the picture, in the same colour in light and dark mode; on
 * others below it.
 */
export function Hero({ base, howItWorksId }: { base: string; howItWorksId: string }) {
  return (
    <section aria-label="Welcome" className="relative border-b border-line">
      <HeroPicture />
      <div className="inset-0 page flex flex-col justify-end pt-9 pb-12 xl:absolute xl:pb-[4.5%] xl:text-on-picture">
        <h1 className="display text-4xl">
          Hung well,
          <br className="max-sm:hidden" /> handed back
        </h1>
        <p className="mt-5 max-w-[34ch] text-lg text-muted xl:max-w-[min(34ch,34vw)] xl:text-on-picture">
          Scarves, hats, gloves, umbrellas, bags and small prints: good things to leave at a counter, and
          better to be given back.
        </p>
        <div className="mt-7 flex flex-wrap items-center gap-x-7 gap-y-3">
          <ButtonLink href={`${base}/store`} size="large">
            Shop all
          </ButtonLink>
          <Link
            href={`#${howItWorksId}`}
            className="inline-flex min-h-11 items-center text-sm font-semibold link"
          >
            How our cloakroom works
          </Link>
        </div>
      </div>
    </section>
  );
}

/** Two crops of one picture, for wide and for tall screens; the browser loads one of them. */
function HeroPicture() {
  const shared = { alt: ALT, sizes: "100vw", fetchPriority: "high", loading: "eager" } as const;
  const wide = getImageProps({ ...shared, src: "/editorial/hero.webp", width: 2400, height: 1350 });
  const tall = getImageProps({ ...shared, src: "/editorial/hero-tall.webp", width: 1200, height: 1500 });
  return (
    <picture>
      <source
        media="(min-width: 40rem)"
        srcSet={wide.props.srcSet}
        sizes="100vw"
        width={2400}
        height={1350}
      />
      <img
        {...tall.props}
        alt={ALT}
        className="aspect-4/5 w-full bg-sunken object-cover photo sm:aspect-video xl:max-h-[calc(100dvh-var(--spacing-header))] xl:min-h-150 xl:object-[0_35%]"
      />
    </picture>
  );
}
