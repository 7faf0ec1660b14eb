/** `senderRules` → `sender_rules`, the form PostgreSQL needs no quotes for. */
export const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
