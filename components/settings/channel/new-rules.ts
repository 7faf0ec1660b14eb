import type { SenderRule } from '../../../domain/model/contact';
import { senderPatterns } from '../senders/sender-pattern';

/** A rule that is made with an inbox: to let in or to keep out; to block somebody is for when one knows them. */
export type NewRule = { kind: Exclude<SenderRule['kind'], 'block'>; pattern: string };

/** What was typed as rules; `undefined` while a part of it is none, or says both of the same sender. */
export function newRules(senders: Record<NewRule['kind'], string>): NewRule[] | undefined {
  const [allow, deny] = [senderPatterns(senders.allow), senderPatterns(senders.deny)];
  if (allow.bad !== undefined || deny.bad !== undefined) return undefined;
  if (deny.patterns.some((pattern) => allow.patterns.includes(pattern))) return undefined;
  const of = (kind: NewRule['kind'], patterns: readonly string[]) => patterns.map((pattern) => ({ kind, pattern }));
  return [...of('allow', allow.patterns), ...of('deny', deny.patterns)];
}
