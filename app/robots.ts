import type { MetadataRoute } from "next";
import { env } from "@/lib/env";

/** Keeps search engines out of personal pages. */
const PERSONAL = [
  "cart",
  "checkout",
  "order",
  "account",
  "login",
  "register",
  "forgot-password",
  "reset-password",
  "search",
];

export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: "*", allow: "/", disallow: ["/api/", ...PERSONAL.map((path) => `/*/${path}`)] },
    sitemap: new URL("/sitemap.xml", env.storefrontUrl).href,
  };
}
