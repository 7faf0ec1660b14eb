import { expect, it } from 'vitest';
import type { FolderKey } from './mailbox-schema';
import { passOver } from './pass-over';
import type { ListedMail } from './plan-take';

const mail = (folder: FolderKey, uid: number, key: string): ListedMail => ({ folder, uid, at: 0, size: 1, key });

it('CHN-2 of all mail only what lies nowhere else is taken, and what copy there is of the rest is known', () => {
  const [inbox, sent] = [mail('inbox', 1, 'a'), mail('sent', 1, 'b')];
  const archive = ['a', 'b', 'spam', 'alone'].map((key, at) => mail('archive:All', at, key));
  const copies = passOver([...archive, sent, inbox], new Set(['spam']));
  expect(archive.filter(({ passed }) => !passed).map(({ key }) => key)).toEqual(['alone']);
  expect([inbox.passed, sent.passed]).toEqual([undefined, undefined]);
  expect([copies.get(inbox), copies.get(sent)]).toEqual(archive.slice(0, 2));
});
