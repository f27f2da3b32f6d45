import type { MetadataRoute } from "next";
import { env } from "@/lib/env";
import { listFirstSegments, PAGES } from "@/lib/pages";

/**
 * Keeps search engines out of the pages that are rendered for each request: they are personal, or a search. Filtered lists
 * have the path of the plain list; their own metadata keeps them out of the index.
 */
const DISALLOWED = listFirstSegments(
  PAGES.filter(({ path, isDynamic }) => isDynamic && !path.endsWith("/filter")),
);

export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: "*", allow: "/", disallow: ["/api/", ...DISALLOWED.map((path) => `/*/${path}`)] },
    sitemap: new URL("/sitemap.xml", env.storefrontUrl).href,
  };
}
