"use client";

/**
 * The error page inside the country's layout. Does not show the cause, which is in the server's log. Its script is part of
 * every page, so it uses no components.
 */
export default function CountryError({ retry }: { error: unknown; retry: () => void }) {
  return (
    <div role="alert" className="page flex flex-col items-start pt-14 pb-10 lg:pt-24">
      <h1 className="display text-4xl">One moment, please</h1>
      <p className="mt-5 mb-8 max-w-[52ch] text-lg text-muted">
        We cannot reach the shop right now. Nothing you left with us is lost: your cart and your orders are
        where they were.
      </p>
      <button
        type="button"
        onClick={retry}
        className="min-h-11 rounded-sm bg-accent px-5 font-semibold text-on-accent"
      >
        Try again
      </button>
    </div>
  );
}
