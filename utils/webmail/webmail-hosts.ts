/**
 * The sites Samtale's button can be put into, by whose they are, as they stand in the manifest: hosts of one are asked for together. `script` is what
 * runs there.
 */
export const webmailSites = [
  { name: 'Gmail', script: '/gmail-loader.js', hosts: ['https://mail.google.com/*'] },
  { name: 'Outlook.com', script: '/outlook-loader.js', hosts: ['https://outlook.live.com/*'] },
  {
    name: 'Outlook (Microsoft 365)',
    script: '/outlook-loader.js',
    hosts: ['https://outlook.office.com/*', 'https://outlook.office365.com/*', 'https://outlook.cloud.microsoft/*'],
  },
] as const;
export type WebmailSite = (typeof webmailSites)[number];

/** Whether an origin (`https://mail.google.com`) is one of theirs. */
export const isWebmail = (origin: string | undefined): boolean =>
  webmailSites.some(({ hosts }) => (hosts as readonly string[]).includes(`${origin}/*`));
