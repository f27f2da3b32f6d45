const STEPS = [
  {
    title: "Your hook is yours",
    text: "What you put in your cart, and the name and address you give us, are shown to you and to nobody else, however full the room.",
  },
  {
    title: "We keep it while you are away",
    text: "Close the door, change phones, come back in a week: we still know your coat. You stay signed in, and your cart hangs where you left it.",
  },
  {
    title: "Hand in the ticket, and that is that",
    text: "Sign out on one device or on all of them. From that moment the old tickets open nothing, anywhere.",
  },
];

/** How the shop works: its promises, in the words of a cloakroom. */
export function HowItWorks({ id }: { id: string }) {
  return (
    <section
      id={id}
      aria-label="How our cloakroom works"
      className="mt-section border-y border-line bg-sunken py-section"
    >
      <div className="page">
        <h2 className="display text-3xl">How our cloakroom works</h2>
        <ol className="mt-10 grid gap-x-10 gap-y-10 md:grid-cols-3">
          {STEPS.map(({ title, text }, index) => (
            <li key={title} className="border-t border-edge pt-5">
              <span
                aria-hidden="true"
                className="inline-flex bg-brass ticket py-1.5 text-sm font-semibold text-sunken tabular-nums"
              >
                No. {index + 1}
              </span>
              <h3 className="mt-5 display text-xl">{title}</h3>
              <p className="mt-2 max-w-[44ch] text-sm text-muted">{text}</p>
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}
