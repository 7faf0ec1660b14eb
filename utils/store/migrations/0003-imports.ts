/**
 * Files of mails read into a workspace of this computer. Frozen.
 * Before: no import is known. After: how far each came, and which mails it brought, so that it goes on or is undone whole.
 */
export const imports = {
  version: 3,
  stores: {
    imports: 'id, at',
    imported: 'id, importId',
  },
} as const;
