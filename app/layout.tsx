import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import type { ReactNode } from "react";
import { SITE } from "@/lib/site";
import { env } from "@/lib/env";
import "./globals.css";

/* Cut down from @fontsource-variable by tools/fonts.ts. */
const fraunces = localFont({
  src: "./fonts/fraunces.woff2",
  weight: "400",
  variable: "--font-fraunces",
  // Next's fallback font is adjusted to running text; tokens.css has one adjusted to headings.
  adjustFontFallback: false,
});

const instrument = localFont({
  src: "./fonts/instrument-sans.woff2",
  weight: "400 700",
  variable: "--font-instrument",
  adjustFontFallback: "Arial",
});

export const metadata: Metadata = {
  metadataBase: new URL(env.storefrontUrl),
  title: { default: `${SITE.name}: ${SITE.line}`, template: `%s · ${SITE.name}` },
  description: SITE.description,
  applicationName: SITE.name,
  openGraph: {
    siteName: SITE.name,
    type: "website",
    images: [{ url: "/editorial/opengraph.jpg", width: 1200, height: 630, alt: SITE.name }],
  },
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: SITE.colours.light.paper },
    { media: "(prefers-color-scheme: dark)", color: SITE.colours.dark.paper },
  ],
};

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    // The attribute makes Next jump to the top of a new page; only scrolling within a page is smooth.
    <html lang="en" data-scroll-behavior="smooth" className={`${fraunces.variable} ${instrument.variable}`}>
      <body>
        {/* A stacking context of its own, so that dialogs are above the page whatever z-index it uses. */}
        <div className="isolate">{children}</div>
      </body>
    </html>
  );
}
