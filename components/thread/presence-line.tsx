import { Fragment, useEffect, useRef, useSyncExternalStore } from 'react';
import type { Id } from '../../domain/model/ids';
import { type Doing, whoElse } from '../../utils/browser/who-else';
import { intlTag } from '../../utils/i18n/locale';
import type { PluralKey } from '../../utils/i18n/messages';
import { useText } from '../../utils/i18n/use-text';
import { useWorkspace } from '../panel/workspace-context';
import { AgentCircle } from '../ui/agent-circle';
import { useSay } from '../ui/live-region';

/** Who writes is said first: that is what one waits for. */
const says: readonly [Doing, PluralKey][] = [
  ['reply', 'prsReply'],
  ['comment', 'prsComment'],
  ['reading', 'prsReading'],
];
/** ms between two times it is said to a screen reader that somebody writes. */
const sayAgain = 60_000;
const circles = 3;

/** Who else has this conversation open, and whether they write in it (THR-14); nothing where nobody does, or no hub knows. */
export function PresenceLine({ conversationId }: { conversationId: Id }) {
  const { t, plural, locale } = useText();
  const { agents, source } = useWorkspace();
  const say = useSay();
  const saidAt = useRef(-sayAgain);
  const here = useSyncExternalStore(whoElse.subscribe, whoElse.now);
  const people = (here.conversationId === conversationId ? here.who : []).flatMap(({ agentId, doing }) => {
    const agent = agents.get(agentId);
    return agent ? [{ agent, doing }] : [];
  });
  const list = new Intl.ListFormat(intlTag[locale]);
  const sentences = says.flatMap(([doing, key]) => {
    const names = people.filter((one) => one.doing === doing).map(({ agent }) => agent.name.split(' ')[0] ?? agent.name);
    return names.length === 0 ? [] : [{ doing, names: list.format(names), words: plural(key, names.length, { names: list.format(names) }) }];
  });
  const written = sentences.find(({ doing }) => doing !== 'reading')?.words;
  useEffect(() => {
    if (written === undefined || performance.now() - saidAt.current < sayAgain) return;
    saidAt.current = performance.now();
    say(written);
  }, [written, say]);

  if (!source.presence.can || people.length === 0) return null;
  return (
    <section className="presence" aria-label={t('prsAlso')}>
      {people.slice(0, circles).map(({ agent }) => (
        <span key={agent.id} className="there">
          <AgentCircle agent={agent} me={false} size="s24" />
          <i className="live" />
        </span>
      ))}
      <span className="min-w-0 grow wrap-anywhere">
        {sentences.map(({ doing, names, words }, at) => {
          const [before, after] = words.split(names);
          return (
            <Fragment key={doing}>
              {at > 0 && ' · '}
              {before}
              <b>{names}</b>
              {after}
            </Fragment>
          );
        })}
      </span>
    </section>
  );
}
