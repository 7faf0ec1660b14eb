import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { id } from '../../tests/support/rows';
import { SmallClient } from '../../tests/support/small-client';
import { SmallHub } from '../../tests/support/small-hub';
import { putFile } from './put-file';

describe('putFile', () => {
  it('K18 F24 keeps the bytes until the act that names them is confirmed, and uploads them before it', async () => {
    const hub = await SmallHub.start();
    await hub.conversation(100);
    const client = new SmallClient(hub, 2);
    await client.sync();
    const file = await putFile(client.db, new Blob(['a receipt'], { type: 'text/plain' }));
    expect(file).toEqual({ hash: expect.stringMatching(/^[0-9a-f]{64}$/), size: 9, type: 'text/plain' });
    expect(await putFile(client.db, new Blob(['a receipt'], { type: 'text/plain' }))).toEqual(file);
    expect((await client.db.files.get(file.hash))?.state).toBe('local');

    const attachment = { ...file, id: id(9_100), name: 'receipt.txt', contentId: null, inline: false, notStored: null };
    const words = { messageId: id(9_001), conversationId: id(100), text: 'The receipt', html: '<p>The receipt</p>', mentions: [], draftId: null };
    await client.act('addComment', { ...words, attachments: [attachment] });
    await client.sync();
    expect(hub.store.state.files.has(file.hash)).toBe(true);
    expect((await client.db.files.get(file.hash))?.state).toBe('uploaded');
    expect(await client.store.fileToUpload('0'.repeat(64))).toBeUndefined();
    await client.checkConverged();
  });
});
