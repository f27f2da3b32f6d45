import type { NextConfig } from "next";
import { createHmac } from "node:crypto";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { MAX_BODY_BYTES } from "./lib/http/body-limit";
import { listNotFoundRewrites, listPageRewrites, listPictureRewrites } from "./lib/http/rewrites";
import { securityHeaders } from "./lib/http/security-headers";
import { DEFAULT_COUNTRY, MARKETS } from "./lib/markets";
import { listFirstSegments, PAGES } from "./lib/pages";

const isDevelopment = process.env.NODE_ENV === "development";

// Next salts the ids of server actions with this key. Derived from what all builds of one shop share instead of random, so
// that an instance accepts forms from another instance's build of the same sources.
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

/** Pages with a rate-limited form. */
const LIMITED_PAGES = listFirstSegments(PAGES.filter(({ hasLimitedForm }) => hasLimitedForm)).join("|");
const LIMITED = `/:country/:page(${LIMITED_PAGES})/:rest*`;
/** A date in the format of `toUTCString`, and nothing else, as it becomes a header. */
const DATE = String.raw`(?<date>\w{3}, \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} GMT)`;

/** `lib/forms/retry-after.ts` sets a cookie with one of these names. */
function listWaits() {
  return ["__Host-cloakroom-wait", "cloakroom-wait"].map((key) => ({
    source: LIMITED,
    has: [{ type: "cookie", key, value: DATE } as const],
    headers: [{ key: "retry-after", value: ":date" }],
  }));
}

/** Paths of pages without a country. */
const COUNTRYLESS = `/:path(${listFirstSegments(PAGES).join("|")})/:rest*`;

/** Redirects a country in capitals to the canonical URL. */
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

/** Redirects a path without a country to the last chosen one, else to the one of the browser's first language. */
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
  // No streaming: an unknown handle must respond with 404, so the status cannot be sent early. Links prefetch static pages.
  partialPrefetching: false,
  cacheHandler: join(process.cwd(), "lib/page-cache/cache-handler.mjs"),
  experimental: {
    // Otherwise "/US" and "PRICE_ASC" would match, and each spelling would get a page of its own.
    caseSensitiveRoutes: true,
    // Next leaves one processor idle by default: half of the time that prerendering takes on a machine with two.
    cpus: availableParallelism(),
    serverActions: { bodySizeLimit: MAX_BODY_BYTES },
    proxyClientMaxBodySize: MAX_BODY_BYTES,
  },
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  // The host names under which the development server answers other devices of the network.
  allowedDevOrigins: isDevelopment ? (process.env.DEV_HOSTS ?? "").split(",").filter(Boolean) : [],
  // The builds of the demo and the tests: `npm run typecheck` is a check of its own there.
  typescript: { ignoreBuildErrors: process.env.SKIP_TYPE_CHECK === "1" },
  poweredByHeader: false,
  reactStrictMode: true,
  images: {
    formats: ["image/avif", "image/webp"],
    // Medusa's file module gives each upload a new name, so the picture behind a URL never changes.
    minimumCacheTTL: 31_536_000,
    qualities: [75],
    // The widths that pages use, up to the widest picture (2,400): each further one is another URL per picture.
    deviceSizes: [750, 828, 1200, 1920, 2400],
    imageSizes: [128, 256, 384, 512],
    remotePatterns: [new URL("/static/**", medusa)],
    localPatterns: [{ pathname: "/editorial/*", search: "" }],
    maximumDiskCacheSize: 256 * 1024 * 1024,
    // For the demo, whose backend is on a loopback address: Next refuses those as image sources by default.
    dangerouslyAllowLocalIP: ["localhost", "127.0.0.1"].includes(medusa.hostname),
  },
  headers: async () => [
    // Not on scripts, styles and fonts, to which they would add a kilobyte each.
    { source: "/((?!_next/static/).*)", headers: securityHeaders(isDevelopment) },
    { source: "/_next/static/:path*", headers: STATIC_HEADERS },
    // Other sites may embed the shop's pictures, as link previews do.
    { source: PICTURE, headers: [{ key: "cross-origin-resource-policy", value: "cross-origin" }] },
    // The URL contains a reset token, so no other site may get any part of it. "no-referrer" would also remove the
    // `Origin` by which forms are checked.
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
