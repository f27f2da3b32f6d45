import { expect, test } from "vitest";
import { listParagraphs, toPlainLine, toPlainText } from "@/lib/catalog/plain-text";

test("line breaks and empty lines stay what they were typed as, on any system", () => {
  expect(toPlainText("One\r\nTwo\n\n\n\nThree  and\tfour \rFive")).toBe("One\nTwo\n\nThree and four\nFive");
  expect(listParagraphs("One\nTwo\n\nThree")).toEqual(["One\nTwo", "Three"]);
  expect(listParagraphs("")).toEqual([]);
});

test("pasted markup becomes paragraphs, lines and list items", () => {
  const html = `<div class="x"><h2>Care</h2>
    <p>Wash <b>cold</b>,<br/>dry flat &amp; slow.</p><ul><li>Wool</li><li>Silk</li></ul></div>`;
  expect(toPlainText(html)).toBe("Care\n\nWash cold,\ndry flat & slow.\n\n• Wool\n• Silk");
  expect(toPlainText("<table><tr><td>Width</td><td>30 cm</td></tr><tr><td>Length</td></tr></table>")).toBe(
    "Width 30 cm\nLength",
  );
});

test("no tag, script, style, comment or handler is left, closed or not", () => {
  const nasty = [
    "<script>alert(1)</script>Fine",
    "<script>alert(1)",
    "<STYLE>p{}</STYLE>Fine",
    "<!-- note -->Fine",
    '<img src=x onerror="alert(1)">Fine',
    "<o:p>Fine</o:p>",
    "<svg><script>alert(1)</script></svg>Fine",
    "<p>Fine<!-- never closed",
  ];
  expect(nasty.map(toPlainText)).toEqual(["Fine", "", "Fine", "Fine", "Fine", "Fine", "Fine", "Fine"]);
});

test("line breaks stay where only words are marked", () => {
  expect(toPlainText("Wash <b>cold</b>.\nDry <i>flat</i>.")).toBe("Wash cold.\nDry flat.");
});

test("what only looks like markup is text", () => {
  expect(toPlainText("We <3 wool; 2 < 3 > 1, R&D, AT&T, a &unknown; b")).toBe(
    "We <3 wool; 2 < 3 > 1, R&D, AT&T, a &unknown; b",
  );
});

test("entities are read once, and nothing that they spell is markup", () => {
  expect(toPlainText("Tea&nbsp;&amp; caf&#233;, 5&#x20AC;&#0;")).toBe("Tea & café, 5€");
  expect(toPlainText("&lt;script&gt;&amp;lt;")).toBe("<script>&lt;");
  expect(toPlainText("&constructor; &toString;")).toBe("&constructor; &toString;");
});

test("one line has no breaks; what is no text is none; a long one is cut, in time", () => {
  expect(toPlainLine("<p>One</p>\nTwo\n\nThree")).toBe("One Two Three");
  expect([undefined, null, 5, {}].map(toPlainText)).toEqual(["", "", "", ""]);
  const started = performance.now();
  for (const part of ["<", "<a ", "<!--", "&#", "<script>", "</", "\n \n"]) toPlainText(part.repeat(30_000));
  expect(performance.now() - started).toBeLessThan(3_000);
});
