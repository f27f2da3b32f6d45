import clsx from "clsx";
import type { ComponentProps } from "react";
import { listParagraphs } from "@/lib/catalog/plain-text";

type ProseProps = Omit<ComponentProps<"div">, "children"> & { text: string };

/** A text from `toPlainText` with its paragraphs and line breaks. */
export function Prose({ text, className, ...rest }: ProseProps) {
  return (
    <div {...rest} className={clsx("flex flex-col gap-4 wrap-break-word whitespace-pre-line", className)}>
      {listParagraphs(text).map((paragraph, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- two paragraphs may be the same, and none ever moves
        <p key={index}>{paragraph}</p>
      ))}
    </div>
  );
}
