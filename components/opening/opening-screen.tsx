import { Fragment } from 'react';
import type { Text } from '../../utils/i18n/text';
import { TextContext } from '../../utils/i18n/text-context';
import { useText } from '../../utils/i18n/use-text';
import { ConversationRow } from '../conversation-list/conversation-row';
import { listLines } from '../conversation-list/list-lines';
import { type Workspace, WorkspaceContext } from '../panel/workspace-context';
import type { Ahead } from './ahead';
import type { Surface } from './read-opening';

interface Props {
  surface: Surface;
  read: Ahead;
  text: Text;
  compact: boolean;
  now: number;
}

/** The rows where they will stand, between frames of what stands around them: React draws the same into them a moment later. */
export function OpeningScreen({ surface, read, text, ...how }: Props) {
  const { tables, connection, place, rows } = read;
  const workspace = { me: connection.agentId, agents: new Map(tables.agents.map((agent) => [agent.id, agent])) } as unknown as Workspace;
  const list = { place, rows, ...how };
  return (
    <TextContext value={text}>
      <WorkspaceContext value={workspace}>
        <div className="screen">
          <div className="bar top" />
          <div className="tabs">
            <span className="tab" />
          </div>
          {surface === 'popup' ? <Triage {...list} /> : <Panel {...list} />}
        </div>
      </WorkspaceContext>
    </TextContext>
  );
}

type ListProps = Pick<Ahead, 'place' | 'rows'> & Pick<Props, 'compact' | 'now'>;

function Panel({ rows, place, now, compact }: ListProps) {
  const { day } = useText();
  const lines = listLines(rows, place.view);
  return (
    <>
      <div className="flex flex-none items-center gap-1 py-1 pr-2 pl-4">
        <span className="ib" />
      </div>
      <div className={`list ${compact ? 'compact' : ''}`} style={{ overflow: 'hidden' }}>
        {lines.map((line, at) =>
          line.kind === 'day' ? (
            <div key={line.key} className="day">
              {day(line.at, now)}
            </div>
          ) : (
            <ConversationRow
              key={line.key}
              conversation={line.conversation}
              view={place.view}
              now={now}
              compact={compact}
              cursor={false}
              selected={false}
              drafted={false}
              last={lines[at + 1]?.kind === 'day'}
              index={line.index}
              total={rows.length}
            />
          ),
        )}
      </div>
      <div className="bar foot" />
    </>
  );
}

function Triage({ rows, place, now, compact }: ListProps) {
  return (
    <>
      <div className={`list ${compact ? 'compact' : ''}`} style={{ overflow: 'hidden' }}>
        <div className="triage-rows">
          {rows.map((conversation, index) => (
            <Fragment key={conversation.id}>
              <ConversationRow
                conversation={conversation}
                view={place.view}
                now={now}
                compact={compact}
                cursor={index === 0}
                selected={index === 0}
                drafted={false}
                last={index === 0}
                index={index}
                total={rows.length}
              />
              {index === 0 && <StripRoom />}
            </Fragment>
          ))}
        </div>
      </div>
      <div className="bar foot triage-foot" />
    </>
  );
}

/** As high as the acts of the row one stands on: sign, word and key. */
const StripRoom = () => (
  <div className="strip-room">
    <div className="strip" style={{ position: 'static', visibility: 'hidden' }}>
      <span className="act">
        <i style={{ height: '16px' }} />
        <span>·</span>
        <span className="kbd" />
      </span>
    </div>
  </div>
);
