/** What the sample's customers say, by language. `{product}`, `{order}`, `{city}` and `{name}` are filled in per conversation. */
export interface Language {
  tag: 'da' | 'nb' | 'sv' | 'en';
  /** Names of customers; their addresses are made from them. */
  people: readonly string[];
  firms: readonly { name: string; domain: string }[];
  cities: readonly string[];
  mails: readonly MailStory[];
  chats: readonly ChatStory[];
  forms: readonly FormStory[];
  /** Read as sender of mail nobody asked for. */
  bulk: readonly { from: string; address: string; subject: string; text: string }[];
}

export interface MailStory {
  subject: string;
  /** Which inbox it came to. */
  inbox: 'service' | 'business';
  ask: string;
  answer: string;
  /** The customer's last word, where there is one. */
  thanks?: string;
  /** A colleague's internal word. */
  comment?: string;
  /** Sent as HTML, as most mail programs do. */
  html?: boolean;
  ticket?: string;
  file?: { name: string; type: string };
}

export interface ChatStory {
  /** Who speaks: the visitor, our bot, or an agent. Agents answer by comment or mail here, so a chat has visitor and bot only. */
  lines: readonly { by: 'visitor' | 'bot'; text: string }[];
}

export interface FormStory {
  fields: readonly { label: string; value: string }[];
}
