"use client";

import clsx from "clsx";
import Image from "next/image";
import { useEffect, useRef, useState, type MouseEvent } from "react";
import { ProductPicture } from "@/components/catalog/product-picture";
import type { Picture } from "@/lib/catalog/product";

const STAGE_SIZES = "(min-width: 92rem) 50rem, (min-width: 64rem) 54vw, 100vw";

const getId = (index: number) => `picture-${index + 1}`;

/**
 * The pictures side by side in a strip that snaps: swiped on a phone, moved by the arrow keys when focused. The
 * thumbnails are links to the pictures, so they work without script; with it they glide and mark the one in view.
 */
export function Gallery({ pictures }: { pictures: Picture[] }) {
  const strip = useRef<HTMLUListElement>(null);
  const [current, setCurrent] = useState(0);

  useEffect(() => {
    const list = strip.current;
    if (!list) return;
    const seen = new IntersectionObserver(
      (entries) => {
        const shown = entries.find(({ isIntersecting }) => isIntersecting);
        if (shown) setCurrent([...list.children].indexOf(shown.target));
      },
      { root: list, threshold: 0.6 },
    );
    for (const item of list.children) seen.observe(item);
    return () => seen.disconnect();
  }, []);

  function show(event: MouseEvent, index: number) {
    event.preventDefault();
    const list = strip.current;
    list?.scrollTo({ left: index * list.clientWidth, behavior: "smooth" });
  }

  return (
    <section aria-label="Pictures" className="relative lg:flex lg:flex-row-reverse lg:gap-4">
      <ul
        ref={strip}
        tabIndex={0}
        aria-label="Product pictures"
        className="strip -mx-gutter flex snap-x snap-mandatory overflow-x-auto overscroll-x-contain sm:mx-0 lg:flex-1"
      >
        {pictures.map((picture, index) => (
          <li key={picture.url} id={getId(index)} className="w-full shrink-0 snap-start">
            <ProductPicture
              picture={picture}
              sizes={STAGE_SIZES}
              loading={index === 0 ? "preload" : "lazy"}
            />
          </li>
        ))}
      </ul>
      {pictures.length > 1 && (
        <ul className="mt-3 flex gap-2 lg:mt-0 lg:flex-col">
          {pictures.map(({ url }, index) => (
            <li key={url}>
              <a
                href={`#${getId(index)}`}
                aria-label={`Picture ${index + 1} of ${pictures.length}`}
                aria-current={index === current || undefined}
                onClick={(event) => show(event, index)}
                className={clsx(
                  "relative block w-14 overflow-hidden rounded-sm bg-sunken opacity-75 transition-opacity hover:opacity-100 lg:w-18",
                  "aspect-4/5 aria-[current]:opacity-100 aria-[current]:ring-2 aria-[current]:ring-ink aria-[current]:ring-offset-2 aria-[current]:ring-offset-paper",
                )}
              >
                <Image src={url} alt="" fill sizes="4.5rem" className="object-cover" />
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
