import { describe, expect, it } from 'vitest';
import type * as z from 'zod/mini';
import type { Mutation } from '../../domain/core/define-mutation';
import { syncedTables } from '../../domain/core/tables';
import { mutations, schemaVersion } from '../../domain/mutations';
import * as protocol from '../../sync/protocol';
import { wireForm } from './wire-form';

const { protocolVersion, wireRevision } = protocol;
const { HubInfo, PushRequest, PushResponse, PullRequest, PullResponse, BootstrapRequest, BootstrapResponse, KnownActsRequest, KnownActsResponse } =
  protocol;
const { ClientFrame, HubFrame } = protocol;

const part = (name: string, schema: z.ZodMiniType) => [`## ${name}`, ...wireForm(schema), ''];

/**
 * What goes over the wire, frozen (0050). When this fails, the wire has changed. Ask who speaks the old form: does an older extension read what the hub
 * now says, does an older hub take what the extension now sends? A new field is optional; what older ones cannot live without raises `protocolVersion`
 * (rows, answers, frames) or `schemaVersion` (arguments of an act). Raise `wireRevision` either way, and let the new form be written: `npx vitest run
 * tests/architecture/wire.test.ts -u`. The file of a revision that was published is never changed.
 */
describe('the wire', () => {
  it('K3 has the form of its revision', async () => {
    const form = [
      `protocol ${protocolVersion}, acts ${schemaVersion}, revision ${wireRevision}`,
      '',
      ...Object.entries({ HubInfo, PushRequest, PushResponse, PullRequest, BootstrapRequest, KnownActsRequest, KnownActsResponse }).flatMap(
        ([name, schema]) => part(name, schema as z.ZodMiniType),
      ),
      ...part('PullResponse', PullResponse).filter((line) => !line.includes('.row')),
      ...part('BootstrapResponse', BootstrapResponse).filter((line) => !line.includes('.row')),
      ...part('ClientFrame', ClientFrame),
      ...part('HubFrame', HubFrame),
      ...Object.entries(syncedTables).flatMap(([name, schema]) => part(`row of ${name}`, schema)),
      ...(Object.values(mutations) as Mutation[]).filter(({ actor }) => actor !== 'system').flatMap(({ name, args }) => part(`act ${name}`, args)),
    ].join('\n');
    await expect(form).toMatchFileSnapshot(`../fixtures/wire/${wireRevision}.txt`);
  });
});
