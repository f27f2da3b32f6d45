import type { NextConfig } from "next";
import { createHmac } from "node:crypto";
import { join } from "node:path";
import { MAX_BODY_BYTES } from "./lib/http/body-limit";
import { listNotFoundRewrites, listPageRewrites, listPictureRewrites } from "./lib/http/rewrites";
import { securityHeaders } from "./lib/http/security-headers";
import { DEFAULT_COUNTRY, MARKETS } from "./lib/markets";

const isDevelopment = process.env.NODE_ENV === "development";

// Next salts the ids of server actions with this key. Made from what all builds of one shop share, and not by chance, so
// that an instance takes the forms of another one's build of the same sources.
if (process.env.AUTH_SECRET)
  process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ??= createHmac("sha256", process.env.AUTH_SECRET)
    .update("server-actions")
    .digest("base64");

const medusa = new URL(process.env.MEDUSA_URL ?? "http://localhost:9000");

const STATIC_HEADERS = [
  { key: "x-content-type-options", value: "nosniff" },
  { key: "cross-origin-resource-policy", value: "same-origin" },
];

const PICTURE = "/:path(_next/image|editorial/.*|favicon\\.ico|icon\\.svg|apple-icon\\.png)";

/** Pages with a form that takes a few attempts only. */
const LIMITED =
  "/:country/:page(login|register|forgot-password|reset-password|account|account/.*|order/.*|checkout|cart|products/.*)";
/** A date as `toUTCString` writes it, and nothing else: it becomes a header. */
const DATE = String.raw`(?<date>\w{3}, \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} GMT)`;

/** `lib/http/retry-after.ts` says until when to wait, in a cookie of either name. */
function listWaits() {
  return ["__Host-cloakroom-wait", "cloakroom-wait"].map((key) => ({
    source: LIMITED,
    has: [{ type: "cookie", key, value: DATE } as const],
    headers: [{ key: "retry-after", value: ":date" }],
  }));
}

const COUNTRYLESS =
  "/:path(store|products|categories|collections|search|cart|checkout|order|login|register|forgot-password|reset-password|account)/:rest*";

/** A country in capitals, as people write it, goes to the one address of the page. */
function listSpellings() {
  return MARKETS.map(({ country }) => {
    const [first = "", second = ""] = country;
    const anyCase = `[${first}${first.toUpperCase()}][${second}${second.toUpperCase()}]`;
    return {
      source: `/:country((?!${country})${anyCase})/:rest*`,
      destination: `/${country}/:rest*`,
      permanent: true,
    };
  });
}

/** A visitor without a country in the path goes to the last one chosen, else to the browser's first language's. */
function listEntrances() {
  const toCountry = (country: string, has?: { type: "cookie" | "header"; key: string; value: string }) =>
    [
      { source: "/", destination: `/${country}` },
      { source: COUNTRYLESS, destination: `/${country}/:path/:rest*` },
    ].map((route) => ({ ...route, permanent: false, ...(has ? { has: [has] } : {}) }));

  const codes = MARKETS.map((market) => market.country).join("|");
  const byLanguage = MARKETS.flatMap(({ country, language }) =>
    toCountry(country, { type: "header", key: "accept-language", value: `${language}.*` }),
  );
  return [
    ...toCountry(":country", { type: "cookie", key: "country", value: `(?<country>${codes})` }),
    ...byLanguage,
    ...toCountry(DEFAULT_COUNTRY),
  ];
}

const config: NextConfig = {
  cacheComponents: true,
  // An unknown handle must answer 404, so nothing is sent before the page is known; links prefetch whole static pages.
  partialPrefetching: false,
  cacheHandler: join(process.cwd(), "lib/page-cache/cache-handler.mjs"),
  experimental: {
    // "/US" leads to "/us", and "PRICE_ASC" is no sort: with case left out, each spelling would be a page of its own.
    caseSensitiveRoutes: true,
    serverActions: { bodySizeLimit: MAX_BODY_BYTES },
    proxyClientMaxBodySize: MAX_BODY_BYTES,
  },
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  // Names of this machine in its network, under which the development server answers other devices.
  allowedDevOrigins: isDevelopment ? (process.env.DEV_HOSTS ?? "").split(",").filter(Boolean) : [],
  poweredByHeader: false,
  reactStrictMode: true,
  images: {
    formats: ["image/avif", "image/webp"],
    // Medusa's file module names each upload anew, so a picture never changes under its URL.
    minimumCacheTTL: 31_536_000,
    qualities: [75],
    // What the pages ask for, up to the widest picture there is (2,400): each one more is another address per picture.
    deviceSizes: [750, 828, 1200, 1920, 2400],
    imageSizes: [128, 256, 384, 512],
    remotePatterns: [new URL("/static/**", medusa)],
    localPatterns: [{ pathname: "/editorial/*", search: "" }],
    maximumDiskCacheSize: 256 * 1024 * 1024,
    // Next refuses loopback addresses as image sources unless told otherwise: the demo's backend is one.
    dangerouslyAllowLocalIP: ["localhost", "127.0.0.1"].includes(medusa.hostname),
  },
  headers: async () => [
    // Not on scripts, styles and fonts: they are no pages, and every one of them would carry a kilobyte more.
    { source: "/((?!_next/static/).*)", headers: securityHeaders(isDevelopment) },
    { source: "/_next/static/:path*", headers: STATIC_HEADERS },
    // Other sites may show the shop's pictures: previews of links do.
    { source: PICTURE, headers: [{ key: "cross-origin-resource-policy", value: "cross-origin" }] },
    // Its address opens an account: no other site may see any part of it. "no-referrer" would take away the Origin
    // that forms are checked by.
    {
      source: "/:country/reset-password",
      headers: [
        { key: "referrer-policy", value: "same-origin" },
        { key: "x-robots-tag", value: "noindex" },
      ],
    },
    ...listWaits(),
  ],
  redirects: async () => [...listSpellings(), ...listEntrances()],
  rewrites: async () => ({
    beforeFiles: [...listPictureRewrites(medusa), ...listPageRewrites()],
    afterFiles: listNotFoundRewrites(),
    fallback: [],
  }),
};

export default config;
