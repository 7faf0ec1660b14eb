import type { MessageKey } from '../../utils/i18n/messages';
import type { Capabilities, CapabilityName, CapabilityReason } from '../../utils/sources/capabilities';

const sentences: Record<CapabilityReason, MessageKey> = {
  'local-sends-nothing': 'localSendsNothing',
  'local-is-alone': 'localIsAlone',
  'local-has-no-proxy': 'localHasNoProxy',
  'local-reads-files': 'localReadsFiles',
  'local-has-one-inbox': 'localHasOneInbox',
  'local-is-quiet': 'localIsQuiet',
  'hub-reads-mailboxes': 'hubReadsMailboxes',
  'sample-is-wiped': 'sampleIsWiped',
};

/** The sentence for what this source cannot do; `undefined` where it can. */
export function whyNot(source: Capabilities, name: CapabilityName): MessageKey | undefined {
  const capability = source[name];
  return capability.can ? undefined : sentences[capability.why];
}
