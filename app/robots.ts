import type { MetadataRoute } from "next";
import { env } from "@/lib/env";
import { listFirstSegments, PAGES } from "@/lib/pages";

/** Keeps search engines out of the pages that are rendered for each request: they are personal, or a search. */
const DISALLOWED = listFirstSegments(PAGES.filter(({ isDynamic }) => isDynamic));

export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: "*", allow: "/", disallow: ["/api/", ...DISALLOWED.map((path) => `/*/${path}`)] },
    sitemap: new URL("/sitemap.xml", env.storefrontUrl).href,
  };
}
