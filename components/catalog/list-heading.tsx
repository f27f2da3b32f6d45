type ListHeadingProps = { eyebrow?: string; title: string; description?: string; testId: string };

/** What a list is of, set large. */
export function ListHeading({ eyebrow, title, description, testId }: ListHeadingProps) {
  return (
    <header className="grid items-end gap-x-16 gap-y-4 lg:grid-cols-[1fr_minmax(0,30rem)]">
      <div>
        {eyebrow && <p className="mb-3 eyebrow">{eyebrow}</p>}
        <h1 data-testid={testId} className="display text-4xl">
          {title}
        </h1>
      </div>
      {description && <p className="text-lg text-muted">{description}</p>}
    </header>
  );
}
