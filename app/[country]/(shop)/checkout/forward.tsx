"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Sends the browser on to another page; without JavaScript this one says the same. */
export function Forward({ to }: { to: string }) {
  const router = useRouter();
  useEffect(() => router.replace(to), [router, to]);
  return null;
}
