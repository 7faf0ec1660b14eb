import { type ReactNode, useId } from 'react';
import type { Channel } from '../../../domain/model/channel';
import type { ChannelTickets } from '../../../domain/model/channel-tickets';
import { stageOf, stagesOf } from '../../../domain/ticket/stages';
import { useText } from '../../../utils/i18n/use-text';
import { mutate } from '../../../utils/store/mutate';
import { refusalWords } from '../../actions/refusal-words';
import { useNudge } from '../../panel/use-nudge';
import { useWorkspace } from '../../panel/workspace-context';
import { priorityName, ticketPriorities } from '../../ticket/priority-name';
import { stageName } from '../../ticket/stage-name';
import { SwitchLine } from './switch-line';

interface Props {
  channel: Channel;
  may: boolean;
  onProblem(words: string): void;
}

/** Whether new conversations of a channel are tickets, and with what those begin (CHN-12, TKT-8). It holds at once. */
export function TicketDefaults({ channel, may, onProblem }: Props) {
  const text = useText();
  const { t, locale } = text;
  const { db, inboxes, members, agents } = useWorkspace();
  const nudge = useNudge();
  const inbox = inboxes.find(({ id }) => id === channel.inboxId) ?? {};
  const kept = channel.tickets ?? { on: false, stage: 'new', owner: 'conversation' as const, priority: null };
  const now: ChannelTickets = { ...kept, stage: stageOf({ stage: kept.stage, status: 'open' }, inbox).id };
  const set = async (change: Partial<ChannelTickets>) => {
    const { refused } = await mutate(db, 'setChannelTickets', { channelId: channel.id, tickets: { ...now, ...change } });
    onProblem(refused ? refusalWords(text, refused) : '');
    nudge();
  };
  const people = members
    .filter(({ inboxId }) => inboxId === channel.inboxId)
    .flatMap(({ agentId }) => agents.get(agentId) ?? [])
    .filter(({ active, id }) => active || id === now.owner)
    .sort((a, b) => a.name.localeCompare(b.name, locale));
  return (
    <section aria-label={t('tktDefaults')}>
      <SwitchLine label={t('tktTreat')} help={t('tktTreatHelp')} on={now.on} may={may} onSwitch={(on) => void set({ on })} />
      {now.on && (
        <div className="flex max-w-100 flex-col gap-2 pb-3">
          <Chosen label={t('tktStage')} value={now.stage} may={may} onChoose={(stage) => void set({ stage })}>
            {stagesOf(inbox)
              .filter(({ state }) => state === 'open')
              .map((stage) => (
                <option key={stage.id} value={stage.id}>
                  {stageName(stage, text)}
                </option>
              ))}
          </Chosen>
          <Chosen label={t('tktOwner')} value={now.owner} may={may} onChoose={(owner) => void set({ owner })}>
            <option value="conversation">{t('tktOwnerConversation')}</option>
            <option value="nobody">{t('tktOwnerNobody')}</option>
            {people.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Chosen>
          <Chosen
            label={t('tktPriority')}
            value={now.priority ?? ''}
            may={may}
            onChoose={(chosen) => void set({ priority: ticketPriorities.find((priority) => priority === chosen) ?? null })}
          >
            <option value="">{t('tktNotSet')}</option>
            {ticketPriorities.map((priority) => (
              <option key={priority} value={priority}>
                {priorityName(priority, text)}
              </option>
            ))}
          </Chosen>
        </div>
      )}
    </section>
  );
}

interface ChosenProps {
  label: string;
  value: string;
  may: boolean;
  onChoose(value: string): void;
  children: ReactNode;
}

function Chosen({ label, value, may, onChoose, children }: ChosenProps) {
  const id = useId();
  return (
    <div>
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <div className="field">
        <select id={id} value={value} disabled={!may} onChange={({ target }) => onChoose(target.value)}>
          {children}
        </select>
      </div>
    </div>
  );
}
