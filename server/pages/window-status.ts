/**
 * The status of a page that may stand in the extension's sign-in window. Chromium (156) closes that window on any answer from 400 on and
 * says the page could not be loaded, so a person would never read why; outside of it the true status is told.
 */
export const windowStatus = (oauthQuery: string, status: number): number => (new URLSearchParams(oauthQuery).has('client_id') ? 200 : status);
