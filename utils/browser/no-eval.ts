/**
 * Imported first by every entrypoint: an extension's CSP forbids `new Function`, and zod would try it once when the first schema
 * is made, which browsers report and store reviewers read as dynamic code. zod reads its configuration from here when it is
 * loaded; it is not imported, because a page's first paint does without it.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
