type PageNumber = { key: string; page: number; isGap: boolean };

/** Up to this many pages are all listed. */
const ALL = 7;

/** The pages that pagination links to: the first, the last, this one and its neighbours, with gaps between them. */
export function listPageNumbers(page: number, pageCount: number): PageNumber[] {
  const every = Array.from({ length: Math.min(pageCount, ALL) }, (_, index) => index + 1);
  const near = [1, page - 1, page, page + 1, pageCount].filter((each) => each >= 1 && each <= pageCount);
  const shown = pageCount <= ALL ? every : [...new Set(near)];
  return shown.flatMap((each, index) => {
    const previous = shown[index - 1] ?? each - 1;
    const gap = { key: `gap-${each}`, page: each, isGap: true };
    const link = { key: String(each), page: each, isGap: false };
    return each - previous > 1 ? [gap, link] : [link];
  });
}
