import { expect, test } from "vitest";
import { listMaterials } from "./materials";
import { listSynonyms } from "./synonyms";

test.each([
  ["80% lambswool, 20% alpaca", ["wool"]],
  ["100% wool felt, silk ribbon", ["wool", "felt", "silk"]],
  ["Cotton canopy, steel frame", ["cotton"]],
  ["95% hemp, 5% elastane", ["hemp"]],
  ["Recycled rubber", ["recycled-rubber"]],
  ["", []],
  [null, []],
  ["100%", []],
])("the materials of %j are %j", (text, materials) => {
  expect(listMaterials(text)).toEqual(materials);
});

test("each synonym is named once; a word of JavaScript's own objects is none", () => {
  expect(listSynonyms(["Moss", "moss / Teal", "constructor toString"])).toEqual([
    "green",
    "olive",
    "blue",
    "turquoise",
  ]);
});
