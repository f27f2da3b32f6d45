// @ts-check
import { adminGuardLeftOut } from "../../mutants/admin-guard-left-out.mjs";
import { authorizationLeftOut } from "../../mutants/authorization-left-out.mjs";
import { boundaryIgnored } from "../../mutants/boundary-ignored.mjs";
import { cartKeptAfterSignOut } from "../../mutants/cart-kept-after-sign-out.mjs";
import { channelUnchecked } from "../../mutants/channel-unchecked.mjs";
import { checksumUnverified } from "../../mutants/checksum-unverified.mjs";
import { confirmationById } from "../../mutants/confirmation-by-id.mjs";
import { endedCodeKept } from "../../mutants/ended-code-kept.mjs";
import { formShapeUnbounded } from "../../mutants/form-shape-unbounded.mjs";
import { generationUnchecked } from "../../mutants/generation-unchecked.mjs";
import { hashesKeyedByFirstSecret } from "../../mutants/hashes-keyed-by-first-secret.mjs";
import { identifiedReadsCached } from "../../mutants/identified-reads-cached.mjs";
import { lateResponseRevives } from "../../mutants/late-response-revives.mjs";
import { olderAnswerWins } from "../../mutants/older-answer-wins.mjs";
import { passwordChangeRevokesNothing } from "../../mutants/password-change-revokes-nothing.mjs";
import { personalPageCacheable } from "../../mutants/personal-page-cacheable.mjs";
import { provinceAsTyped } from "../../mutants/province-as-typed.mjs";
import { redirectWithoutCookies } from "../../mutants/redirect-without-cookies.mjs";
import { renewedOnResponseOnly } from "../../mutants/renewed-on-response-only.mjs";
import { relationsTakenForGranted } from "../../mutants/relations-taken-for-granted.mjs";
import { resetLinkSurvives } from "../../mutants/reset-link-survives.mjs";
import { revocationCached } from "../../mutants/revocation-cached.mjs";
import { revocationUnchecked } from "../../mutants/revocation-unchecked.mjs";
import { sdkRemembersToken } from "../../mutants/sdk-remembers-token.mjs";
import { sessionsInMap } from "../../mutants/sessions-in-map.mjs";
import { staleFirstVisit } from "../../mutants/stale-first-visit.mjs";
import { tokenInModule } from "../../mutants/token-in-module.mjs";
import { transferUnchecked } from "../../mutants/transfer-unchecked.mjs";

/**
 * Every fault that is put back, in the order of the table.
 * @type {import("./mutant.mjs").Mutant[]}
 */
export const MUTANTS = [
  tokenInModule,
  sdkRemembersToken,
  authorizationLeftOut,
  identifiedReadsCached,
  renewedOnResponseOnly,
  redirectWithoutCookies,
  sessionsInMap,
  revocationUnchecked,
  revocationCached,
  passwordChangeRevokesNothing,
  generationUnchecked,
  cartKeptAfterSignOut,
  transferUnchecked,
  checksumUnverified,
  channelUnchecked,
  confirmationById,
  lateResponseRevives,
  personalPageCacheable,
  adminGuardLeftOut,
  resetLinkSurvives,
  formShapeUnbounded,
  hashesKeyedByFirstSecret,
  relationsTakenForGranted,
  provinceAsTyped,
  endedCodeKept,
  olderAnswerWins,
  staleFirstVisit,
  boundaryIgnored,
];
