/** The raw form on Gmail's page "show original": text that was decoded once, so its bytes are those of UTF-8 whatever they were. */
export const shownOriginal = (document: Document): string | undefined => document.querySelector('pre#raw_message_text')?.textContent || undefined;
