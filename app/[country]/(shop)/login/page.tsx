import type { Metadata } from "next";
import { requireMarket } from "@/lib/http/require-market";
import { readFlash } from "@/lib/forms/flash";
import { SignInInline } from "./sign-in-inline";
import { safeRedirectSchema } from "@/lib/http/safe-redirect";
import { getSession } from "@/lib/session/session";

export const instant = false;

export const metadata: Metadata = { title: "Sign in", robots: { index: false } };

type LoginPageProps = {
  params: Promise<{ country: string }>;
  searchParams: Promise<{ next?: string | string[] }>;
};

export default async function LoginPage({ params, searchParams }: LoginPageProps) {
  const { country } = requireMarket((await params).country);
  const next = safeRedirectSchema.parse((await searchParams).next);
  const state = await getSession();
  const ended = state.status === "ended" ? state.reason : null;
  const flash = await readFlash();
  return <SignInInline title="Welcome back" country={country} next={next} ended={ended} flash={flash} />;
}
