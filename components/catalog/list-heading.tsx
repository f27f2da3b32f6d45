import clsx from "clsx";
import { Photo } from "@/components/ui/photo";
import { Prose } from "@/components/ui/prose";

type ListHeadingProps = {
  eyebrow?: string;
  title: string;
  description?: string;
  testId: string;
  pictureUrl?: string | null;
};

const PICTURE_SIZES = "(min-width: 92rem) 42rem, (min-width: 64rem) 45vw, 92vw";

/** The heading of a list, beside its picture if there is one. */
export function ListHeading({ eyebrow, title, description, testId, pictureUrl }: ListHeadingProps) {
  const columns = pictureUrl
    ? "items-center gap-y-7 lg:grid-cols-2"
    : "items-end gap-y-4 lg:grid-cols-[1fr_30rem]";
  return (
    <header className={clsx("grid gap-x-16", columns)}>
      {pictureUrl && (
        <span className="relative block aspect-4/3 overflow-hidden rounded-sm bg-sunken">
          <Photo src={pictureUrl} alt="" sizes={PICTURE_SIZES} loading="preload" />
        </span>
      )}
      <div>
        {eyebrow && <p className="mb-3 eyebrow">{eyebrow}</p>}
        <h1 data-testid={testId} className="display text-4xl">
          {title}
        </h1>
        {pictureUrl && description && (
          <Prose text={description} className="mt-5 max-w-[44ch] text-lg text-muted" />
        )}
      </div>
      {!pictureUrl && description && <Prose text={description} className="text-lg text-muted" />}
    </header>
  );
}
