import { defineMiddlewares } from "@medusajs/framework/http";
import { static as serveFolder } from "express";
import { env } from "../env";
import { setUploadHeaders } from "../http/uploads";
import { addCartVariants } from "./cart-variants";
import { completeInTurn } from "./complete-in-turn";
import { answerError } from "./errors";
import * as credentials from "./guards/credentials";
import { requireSoundCart } from "./guards/cart-input";
import { keepGuest } from "./guards/guest-email";
import { requireSoundInput } from "./guards/input";
import { refuseLinksInNames } from "./guards/names";
import { requireOwnOrigin } from "./guards/origin";
import { requireOwnElsewhere, requireOwnInPath } from "./guards/ownership";
import { requireAllowedRegistration } from "./guards/registration-input";
import { requireAdminForPrivateFiles } from "./guards/private-files";
import { requirePaymentProvider } from "./guards/payment-provider";
import { useProvinceCodes } from "./guards/provinces";
import { limit, limitAuth, limitCodes, limitOwnPassword } from "./guards/rate-limit";
import { requireOwnAddress } from "./guards/registration";
import { useResetTokenOnce } from "./guards/reset-token";
import { allowCartFields, allowProductFields } from "./store-fields";
import { announceCategory, announcePriceList, announceProducts, announceRegions } from "./silent-edits";

// The file module never reuses a name, so what it has once stored can be kept for good.
const serveUploads = serveFolder(env.uploadsDir, {
  immutable: true,
  maxAge: "1y",
  redirect: false,
  setHeaders: setUploadHeaders,
});

export default defineMiddlewares({
  errorHandler: answerError,
  routes: [
    { matcher: "/", middlewares: [requireSoundInput, requireOwnOrigin] },
    { matcher: "/static", middlewares: [requireAdminForPrivateFiles, serveUploads] },
    { matcher: "/admin", middlewares: [credentials.requireCurrentAdmin] },
    { matcher: "/admin", middlewares: [useProvinceCodes] },
    { matcher: "/cloud", middlewares: [credentials.requireCurrentCredentials] },
    { matcher: "/auth", middlewares: [limitAuth, credentials.requireCurrentForTokens] },
    { matcher: "/auth/:actor_type/:auth_provider", middlewares: [credentials.requireKnownActor] },
    {
      matcher: "/store",
      middlewares: [
        credentials.requireCustomerCredentials,
        requireOwnElsewhere,
        refuseLinksInNames,
        useProvinceCodes,
      ],
    },
    { matcher: "/store/carts", middlewares: [allowCartFields, addCartVariants] },
    { matcher: "/store/products", middlewares: [allowProductFields] },
    { matcher: "/store/carts", methods: ["POST"], middlewares: [requireSoundCart, limit("cart")] },
    { matcher: "/store/carts/:id", methods: ["POST"], middlewares: [requireSoundCart, limitCodes] },
    { matcher: "/store/carts/:id/line-items", methods: ["POST"], middlewares: [requireSoundCart] },
    { matcher: "/store/carts/:id/promotions", methods: ["POST"], middlewares: [limitCodes] },
    { matcher: "/store/customers/me/password", methods: ["POST"], middlewares: [limitOwnPassword] },
    { matcher: "/store/customers/me/email", methods: ["POST"], middlewares: [limitOwnPassword] },
    { matcher: "/store/customers/me/addresses", methods: ["POST"], middlewares: [limit("address")] },
    // Open to whoever knows a guest's order, and not used here: a stranger could keep the shopkeeper from it.
    { matcher: "/store/orders/:id/transfer", middlewares: [credentials.refuseEverybody] },
    { matcher: "/store/returns", middlewares: [credentials.refuseEverybody] },
    { matcher: "/hooks/payment/:provider", methods: ["POST"], middlewares: [requirePaymentProvider] },
    { matcher: "/store/carts/:id/complete", methods: ["POST"], middlewares: [limit("order")] },
    { matcher: "/store/carts/:id", middlewares: [requireOwnInPath("cart")] },
    { matcher: "/store/orders/:id", middlewares: [requireOwnInPath("order")] },
    { matcher: "/store/payment-collections/:id", middlewares: [requireOwnInPath("payment_collection")] },
    { matcher: "/store/carts/:id", methods: ["POST"], middlewares: [keepGuest] },
    { matcher: "/store/customers", methods: ["POST"], middlewares: [requireOwnAddress] },
    { matcher: "/auth/verification", middlewares: [credentials.refuseEverybody] },
    { matcher: "/auth/session", middlewares: [credentials.requireUser] },
    { matcher: "/auth/mfa", middlewares: [credentials.requireUser] },
    { matcher: "/auth/:actor_type/:auth_provider/register", middlewares: [requireAllowedRegistration] },
    { matcher: "/auth/:actor_type/:auth_provider/update", middlewares: [useResetTokenOnce] },
    { matcher: "/store/carts/:id/complete", methods: ["POST"], middlewares: [completeInTurn] },
    {
      matcher: "/admin/product-categories/:id/products",
      methods: ["POST"],
      middlewares: [announceProducts, announceCategory],
    },
    { matcher: "/admin/sales-channels/:id/products", methods: ["POST"], middlewares: [announceProducts] },
    { matcher: "/admin/price-lists/:id", methods: ["POST"], middlewares: [announcePriceList] },
    { matcher: "/admin/price-preferences*", methods: ["POST", "DELETE"], middlewares: [announceRegions] },
    { matcher: "/admin/tax-r*", methods: ["POST", "DELETE"], middlewares: [announceRegions] },
  ],
});
