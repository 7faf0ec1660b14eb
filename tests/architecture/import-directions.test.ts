import { describe, expect, it } from 'vitest';
import { inFolder, type SourceFile } from './source-files';

const isPackage = (name: string) => !/^(domain|sync|utils|components|entrypoints|server|scripts|tests|public)(\/|$)/.test(name);
const startsWithAny =
  (...prefixes: string[]) =>
  (name: string) =>
    prefixes.some((prefix) => name === prefix || name.startsWith(`${prefix}/`));

/** What goes over the wire between the extension and its hub. */
const wire = [
  'sync/protocol',
  'sync/mailbox-protocol',
  'sync/hosted-protocol',
  'sync/move-protocol',
  'sync/notice-protocol',
  'sync/mail-sign-in-protocol',
];

/** Who may import whom (docs/decisions/0003-import-directions.md). Packages are free except where `packages` says otherwise. */
const table: Record<string, { may: (name: string) => boolean; packages?: (name: string) => boolean }> = {
  domain: { may: startsWithAny('domain'), packages: startsWithAny('zod') },
  sync: { may: startsWithAny('domain', 'sync'), packages: startsWithAny('zod') },
  // Shared with the hub: these four name no browser API (X16; tests/architecture/shared.tsconfig.json).
  'utils/mail': { may: startsWithAny('domain', 'utils/mail', 'utils/text', 'utils/i18n') },
  'utils/text': { may: startsWithAny('domain', 'utils/text') },
  'utils/sample': { may: startsWithAny('domain', 'utils/sample', 'utils/text') },
  'utils/i18n': { may: startsWithAny('domain', 'utils/i18n', 'utils/text', 'public') },
  utils: { may: startsWithAny('domain', 'sync', 'utils', 'public') },
  components: { may: startsWithAny('domain', 'utils', 'components') },
  entrypoints: { may: startsWithAny('domain', 'sync', 'utils', 'components', 'entrypoints') },
  server: { may: (name) => startsWithAny('domain', 'server', 'utils/mail', 'utils/text', 'utils/i18n', 'utils/sample')(name) || wire.includes(name) },
};

/** Facts and codes that more than one side must agree on to the letter, free of any browser API. */
const sharedFacts = ['utils/browser/extension-id', 'utils/messaging/contract'];

describe('import directions (architecture.md, "Folders")', () => {
  for (const [folder, { may, packages }] of Object.entries(table)) {
    it(`${folder}/ imports only what it may`, () => {
      const forbidden = (file: SourceFile) =>
        file.imports.filter((name) => (isPackage(name) ? packages && !packages(name) : !may(name) && !sharedFacts.includes(name)));
      expect(inFolder(folder).length).toBeGreaterThan(0);
      expect(inFolder(folder).flatMap((file) => forbidden(file).map((name) => `${file.path} → ${name}`))).toEqual([]);
    });
  }
});
