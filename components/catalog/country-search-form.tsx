"use client";

import { useParams } from "next/navigation";
import type { ReactNode } from "react";

type CountrySearchFormProps = { path: string; className: string; children: ReactNode };

/** A search form for the current country, read from the URL: a not-found page gets no params. */
export function CountrySearchForm({ path, className, children }: CountrySearchFormProps) {
  const { country } = useParams<{ country: string }>();
  return (
    <form action={`/${country}/${path}`} className={className}>
      {children}
    </form>
  );
}
