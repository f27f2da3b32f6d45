/** The skip link: the first stop of the Tab key, leads past the header. */
export function SkipLink({ contentId }: { contentId: string }) {
  return (
    <a
      href={`#${contentId}`}
      className="absolute top-2 left-2 z-50 -translate-y-20 rounded-sm bg-accent px-4 py-3 text-sm font-semibold text-on-accent transition-transform focus:translate-y-0"
    >
      Skip to content
    </a>
  );
}
