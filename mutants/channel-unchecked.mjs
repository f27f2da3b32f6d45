// @ts-check

/** @type {import("../tools/mutants/mutant").Mutant} */
export const channelUnchecked = {
  name: "channel-unchecked",
  report: "D2",
  fault: "what has been taken out of the sales channel is sold from a cart or a page that still has it",
  edits: [
    {
      file: "medusa/src/carts/for-sale.ts",
      find: "return !channelId || variant.channelIds.includes(channelId);",
      replace: "return Boolean(channelId) || variant.channelIds.length >= 0;",
    },
  ],
  caughtBy: {
    file: "e2e/not-for-sale.spec.ts",
    title: "taken out of the sales channel at the channel",
    message: /no longer for sale|not_for_sale/u,
  },
};
