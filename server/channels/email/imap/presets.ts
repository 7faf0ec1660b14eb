import type { MailboxPreset } from '../../../../sync/mailbox-protocol';

/** A provider: whose addresses, which servers, how one signs in. */
export interface ProviderPreset {
  name: string;
  /** Domains of the provider's own addresses. */
  domains: readonly string[];
  /** Ends of the mail exchangers of domains that lie there. */
  exchangers: readonly string[];
  imap: string;
  smtp: string;
  /** Submission with TLS from the first byte (465), or STARTTLS (587). */
  smtpPort: 465 | 587;
  password: MailboxPreset['password'];
  help: string | null;
}

/**
 * Providers by their own documents, most used in Denmark, Norway and Sweden first. Microsoft takes no passwords for IMAP since
 * September 2024 (personal accounts) and October 2022 (Exchange Online): said before one tries.
 */
export const presets: readonly ProviderPreset[] = [
  {
    name: 'Gmail',
    domains: ['gmail.com', 'googlemail.com'],
    exchangers: ['google.com', 'googlemail.com'],
    imap: 'imap.gmail.com',
    smtp: 'smtp.gmail.com',
    smtpPort: 465,
    password: 'app-password',
    help: 'https://support.google.com/accounts/answer/185833',
  },
  {
    name: 'Outlook',
    domains: [
      'outlook.com',
      'outlook.dk',
      'hotmail.com',
      'hotmail.dk',
      'hotmail.se',
      'hotmail.no',
      'live.com',
      'live.dk',
      'live.se',
      'live.no',
      'msn.com',
    ],
    exchangers: ['mail.protection.outlook.com', 'olc.protection.outlook.com', 'mx.microsoft'],
    imap: 'outlook.office365.com',
    smtp: 'smtp.office365.com',
    smtpPort: 587,
    password: 'not-taken',
    help: null,
  },
  {
    name: 'one.com',
    domains: ['one.com'],
    exchangers: ['one.com'],
    imap: 'imap.one.com',
    smtp: 'send.one.com',
    smtpPort: 465,
    password: 'own',
    help: null,
  },
  {
    name: 'Simply.com',
    domains: ['simply.com'],
    exchangers: ['simply.com', 'unoeuro.com'],
    imap: 'imap.simply.com',
    smtp: 'smtp.simply.com',
    smtpPort: 587,
    password: 'own',
    help: null,
  },
  {
    name: 'Domeneshop',
    domains: ['domeneshop.no'],
    exchangers: ['domeneshop.no'],
    imap: 'imap.domeneshop.no',
    smtp: 'smtp.domeneshop.no',
    smtpPort: 587,
    password: 'own',
    help: null,
  },
  {
    name: 'Loopia',
    domains: ['loopia.se'],
    exchangers: ['loopia.se'],
    imap: 'mailcluster.loopia.se',
    smtp: 'mailcluster.loopia.se',
    smtpPort: 587,
    password: 'own',
    help: null,
  },
  {
    name: 'Fastmail',
    domains: ['fastmail.com', 'fastmail.fm', 'sent.com'],
    exchangers: ['messagingengine.com'],
    imap: 'imap.fastmail.com',
    smtp: 'smtp.fastmail.com',
    smtpPort: 465,
    password: 'app-password',
    help: 'https://www.fastmail.help/hc/en-us/articles/360058752854',
  },
  {
    name: 'mailbox.org',
    domains: ['mailbox.org'],
    exchangers: ['mailbox.org'],
    imap: 'imap.mailbox.org',
    smtp: 'smtp.mailbox.org',
    smtpPort: 465,
    password: 'own',
    help: null,
  },
  {
    name: 'iCloud',
    domains: ['icloud.com', 'me.com', 'mac.com'],
    exchangers: ['mail.icloud.com'],
    imap: 'imap.mail.me.com',
    smtp: 'smtp.mail.me.com',
    smtpPort: 587,
    password: 'app-password',
    help: 'https://support.apple.com/102654',
  },
  {
    name: 'Yahoo',
    domains: ['yahoo.com', 'yahoo.dk', 'yahoo.se', 'yahoo.no', 'ymail.com'],
    exchangers: ['yahoodns.net'],
    imap: 'imap.mail.yahoo.com',
    smtp: 'smtp.mail.yahoo.com',
    smtpPort: 465,
    password: 'app-password',
    help: 'https://help.yahoo.com/kb/SLN15241.html',
  },
  {
    name: 'GMX',
    domains: ['gmx.com'],
    exchangers: [],
    imap: 'imap.gmx.com',
    smtp: 'mail.gmx.com',
    smtpPort: 587,
    password: 'own',
    help: null,
  },
  {
    name: 'GMX',
    domains: ['gmx.net', 'gmx.de', 'gmx.at', 'gmx.ch'],
    exchangers: ['gmx.net'],
    imap: 'imap.gmx.net',
    smtp: 'mail.gmx.net',
    smtpPort: 465,
    password: 'own',
    help: null,
  },
  {
    name: 'Zoho',
    domains: ['zohomail.eu'],
    exchangers: ['zoho.eu'],
    imap: 'imap.zoho.eu',
    smtp: 'smtp.zoho.eu',
    smtpPort: 465,
    password: 'app-password',
    help: null,
  },
];
