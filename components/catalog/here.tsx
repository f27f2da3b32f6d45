"use client";

import { useParams } from "next/navigation";
import type { ReactNode } from "react";

type HereFormProps = { path: string; className: string; children: ReactNode };

/** A form that asks for a page of the country one is in: a not-found page is told no params, this reads the address. */
export function HereForm({ path, className, children }: HereFormProps) {
  const { country } = useParams<{ country: string }>();
  return (
    <form action={`/${country}/${path}`} className={className}>
      {children}
    </form>
  );
}
