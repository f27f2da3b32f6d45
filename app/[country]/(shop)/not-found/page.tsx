import type { Metadata } from "next";
import NotFound from "@/app/[country]/not-found";

export const ensureStatic = "navigation";

export const metadata: Metadata = { title: "Not found", robots: { index: false } };

/** The not-found page as a document, which the guard sends with its status (`lib/guard/not-found.ts`). */
export default NotFound;
