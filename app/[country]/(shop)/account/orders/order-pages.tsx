import Link from "next/link";

type OrderPagesProps = { path: string; page: number; pageCount: number };

/** Links to newer and older orders; nothing if all fit on one page. */
export function OrderPages({ path, page, pageCount }: OrderPagesProps) {
  if (pageCount < 2) return null;
  return (
    <nav aria-label="Pages" className="mt-6 flex items-center gap-6 text-sm">
      {page > 1 && (
        <Link href={`${path}?page=${page - 1}`} prefetch={false} className="flex min-h-11 items-center link">
          Newer
        </Link>
      )}
      <p>
        Page {page} of {pageCount}
      </p>
      {page < pageCount && (
        <Link href={`${path}?page=${page + 1}`} prefetch={false} className="flex min-h-11 items-center link">
          Older
        </Link>
      )}
    </nav>
  );
}
