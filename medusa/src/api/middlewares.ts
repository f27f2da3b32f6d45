import { validateAndTransformQuery } from "@medusajs/framework";
import { configureStoreSearch, defineMiddlewares } from "@medusajs/framework/http";
import { retrieveTransformQueryConfig } from "@medusajs/medusa/api/store/orders/query-config";
import { StoreGetOrderParams } from "@medusajs/medusa/api/store/orders/validators";
import { static as serveFolder } from "express";
import { env } from "../env";
import { setUploadHeaders } from "../http/uploads";
import { addCartVariants } from "./cart-variants";
import { serializeCartCompletion } from "./serialize-cart-completion";
import { handleError } from "./errors";
import * as credentials from "./middleware/credentials";
import { validateCartInput } from "./middleware/cart-input";
import { assignGuestCustomer } from "./middleware/guest-email";
import { validateInput } from "./middleware/input";
import { rejectLinksInNames } from "./middleware/names";
import { requireAllowedOrigin } from "./middleware/origin";
import { requireOwnershipInInput, requireOwnershipInPath } from "./middleware/ownership";
import { validateRegistration } from "./middleware/registration-input";
import { requireAdminForPrivateFiles } from "./middleware/private-files";
import { requirePaymentProvider } from "./middleware/payment-provider";
import { normalizeProvinces } from "./middleware/provinces";
import {
  limit,
  limitAuth,
  limitOrderLinks,
  limitPromotionCodes,
  limitOwnPassword,
} from "./middleware/rate-limit";
import { requireRegisteredEmail } from "./middleware/registration";
import { consumeResetToken } from "./middleware/reset-token";
import { validateSearch } from "./middleware/search-input";
import { allowCartFields, allowOrderFields, allowProductFields } from "./store-fields";
import {
  emitCategoryUpdated,
  emitPriceListUpdated,
  emitProductUpdated,
  emitProductsUpdated,
  emitRegionsUpdated,
} from "./emit-missing-events";

// File names are never reused, so uploads can be cached forever.
const serveUploads = serveFolder(env.uploadsDir, {
  immutable: true,
  maxAge: "1y",
  redirect: false,
  setHeaders: setUploadHeaders,
});

// The route itself narrows to published products of the publishable key's sales channels.
const exposeProductSearch = configureStoreSearch({ allowed_indexes: { product: true } });

export default defineMiddlewares({
  errorHandler: handleError,
  routes: [
    { matcher: "/", middlewares: [validateInput, requireAllowedOrigin] },
    { matcher: "/static", middlewares: [requireAdminForPrivateFiles, serveUploads] },
    { matcher: "/admin", middlewares: [credentials.requireValidAdminCredentials] },
    { matcher: "/admin", middlewares: [normalizeProvinces] },
    { matcher: "/cloud", middlewares: [credentials.requireValidCredentials] },
    { matcher: "/auth", middlewares: [limitAuth, credentials.requireValidAndSetLifetime] },
    {
      matcher: "/auth/:actor_type/:auth_provider",
      middlewares: [credentials.requireKnownActor, credentials.setAdminTokenLifetime],
    },
    {
      matcher: "/store",
      middlewares: [
        credentials.requireCustomerCredentials,
        requireOwnershipInInput,
        rejectLinksInNames,
        normalizeProvinces,
      ],
    },
    { matcher: "/store/carts", middlewares: [allowCartFields, addCartVariants] },
    { matcher: "/store/products", middlewares: [allowProductFields] },
    { matcher: "/store/orders", middlewares: [allowOrderFields] },
    { matcher: "/store/order-links", methods: ["POST"], middlewares: [limitOrderLinks] },
    {
      matcher: "/store/order-links/read",
      methods: ["POST"],
      middlewares: [
        allowOrderFields,
        validateAndTransformQuery(StoreGetOrderParams, retrieveTransformQueryConfig),
      ],
    },
    {
      matcher: "/store/search",
      methods: ["POST"],
      middlewares: [limit("search"), validateSearch, exposeProductSearch],
    },
    {
      matcher: "/store/carts",
      methods: ["POST"],
      middlewares: [validateCartInput, limitPromotionCodes, limit("cart")],
    },
    { matcher: "/store/carts/:id", methods: ["POST"], middlewares: [validateCartInput, limitPromotionCodes] },
    { matcher: "/store/carts/:id/line-items", methods: ["POST"], middlewares: [validateCartInput] },
    { matcher: "/store/carts/:id/promotions", methods: ["POST"], middlewares: [limitPromotionCodes] },
    { matcher: "/store/customers/me/password", methods: ["POST"], middlewares: [limitOwnPassword] },
    { matcher: "/store/customers/me/email", methods: ["POST"], middlewares: [limitOwnPassword] },
    { matcher: "/store/customers/me/addresses", methods: ["POST"], middlewares: [limit("address")] },
    // Not used by this shop; knowing a guest's order id would be enough to use them.
    { matcher: "/store/orders/:id/transfer", middlewares: [credentials.rejectAll] },
    { matcher: "/store/returns", middlewares: [credentials.rejectAll] },
    { matcher: "/hooks/payment/:provider", methods: ["POST"], middlewares: [requirePaymentProvider] },
    { matcher: "/store/carts/:id/complete", methods: ["POST"], middlewares: [limit("order")] },
    { matcher: "/store/carts/:id/payment", methods: ["POST"], middlewares: [limit("order")] },
    { matcher: "/store/carts/:id", middlewares: [requireOwnershipInPath("cart")] },
    { matcher: "/store/orders/:id", middlewares: [requireOwnershipInPath("order")] },
    {
      matcher: "/store/payment-collections/:id",
      middlewares: [requireOwnershipInPath("payment_collection")],
    },
    { matcher: "/store/carts/:id", methods: ["POST"], middlewares: [assignGuestCustomer] },
    { matcher: "/store/customers", methods: ["POST"], middlewares: [requireRegisteredEmail] },
    { matcher: "/auth/verification", middlewares: [credentials.rejectAll] },
    { matcher: "/auth/session", middlewares: [credentials.requireUser] },
    { matcher: "/auth/mfa", middlewares: [credentials.requireUser] },
    { matcher: "/auth/:actor_type/:auth_provider/register", middlewares: [validateRegistration] },
    { matcher: "/auth/:actor_type/:auth_provider/update", middlewares: [consumeResetToken] },
    { matcher: "/store/carts/:id/complete", methods: ["POST"], middlewares: [serializeCartCompletion] },
    {
      matcher: "/admin/product-categories/:id/products",
      methods: ["POST"],
      middlewares: [emitProductsUpdated, emitCategoryUpdated],
    },
    { matcher: "/admin/sales-channels/:id/products", methods: ["POST"], middlewares: [emitProductsUpdated] },
    {
      matcher: "/admin/products/:id/images/:image_id/variants/batch",
      methods: ["POST"],
      middlewares: [emitProductUpdated],
    },
    {
      matcher: "/admin/products/:id/variants/:variant_id/images/batch",
      methods: ["POST"],
      middlewares: [emitProductUpdated],
    },
    { matcher: "/admin/price-lists/:id", methods: ["POST"], middlewares: [emitPriceListUpdated] },
    {
      matcher: "/admin/stock-locations/:id/sales-channels",
      methods: ["POST"],
      middlewares: [emitRegionsUpdated],
    },
    { matcher: "/admin/price-preferences*", methods: ["POST", "DELETE"], middlewares: [emitRegionsUpdated] },
    { matcher: "/admin/tax-r*", methods: ["POST", "DELETE"], middlewares: [emitRegionsUpdated] },
  ],
});
