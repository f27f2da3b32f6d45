import type { ReactNode } from "react";

type AuthPageProps = { title: string; intro: string; testId: string; children: ReactNode };

/** The page around a sign-in or registration form. */
export function AuthPage({ title, intro, testId, children }: AuthPageProps) {
  return (
    <div data-testid={testId} className="page pt-8 pb-section lg:pt-14">
      <div className="mx-auto max-w-md">
        <h1 className="display text-3xl">{title}</h1>
        <p className="mt-4 mb-8 text-lg text-muted">{intro}</p>
        {children}
      </div>
    </div>
  );
}
