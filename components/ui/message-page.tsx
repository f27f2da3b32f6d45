import type { ReactNode } from "react";

type MessagePageProps = { ticket?: string; title: string; text: string; children: ReactNode };

/** A page with a message only, such as not found. */
export function MessagePage({ ticket, title, text, children }: MessagePageProps) {
  return (
    <div className="page flex flex-col items-start pt-14 pb-10 lg:pt-24">
      {ticket && (
        <p className="mb-7 inline-flex bg-accent ticket py-2.5 text-lg font-semibold text-on-accent tabular-nums">
          {ticket}
        </p>
      )}
      <h1 className="max-w-[18ch] display text-4xl">{title}</h1>
      <p className="mt-5 mb-8 max-w-[52ch] text-lg text-muted">{text}</p>
      {children}
    </div>
  );
}
