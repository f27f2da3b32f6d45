import type { Product } from "@/lib/catalog/product";

/** Material, care, origin and delivery, as a ruled table. */
export function Facts({ facts }: Pick<Product, "facts">) {
  const rows = [
    ...facts,
    {
      label: "Delivery",
      text: "Choose standard or express at the checkout; back within 30 days if it is not right.",
    },
  ];
  return (
    <dl className="border-t border-line text-sm">
      {rows.map(({ label, text }) => (
        <div key={label} className="grid grid-cols-[7rem_1fr] gap-4 border-b border-line py-3.5">
          <dt className="text-muted">{label}</dt>
          <dd className="wrap-break-word whitespace-pre-line">{text}</dd>
        </div>
      ))}
    </dl>
  );
}
