import type { Metadata } from "next";
import { NotFoundHelp } from "@/components/catalog/not-found-help";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return <NotFoundHelp />;
}
