import { useEffect, useRef, useState } from 'react';
import { useText } from '../../../utils/i18n/use-text';
import type { Command } from '../../actions/commands';
import { commandOfKey, type KeyProblem, pressedKey, withKey } from '../../actions/key-choices';
import { keyName, onMac } from '../../actions/key-name';
import { keepKeyChoices, useKeys } from '../../actions/keys-provider';
import { useSay } from '../../ui/live-region';

/** Waits for the key a command is to have; names whose it is before it takes it from another. Esc leaves everything as it was. */
export function KeyListener({ command, onDone }: { command: Command; onDone(): void }) {
  const { t } = useText();
  const say = useSay();
  const { choices } = useKeys();
  const [problem, setProblem] = useState<KeyProblem>();
  const [taken, setTaken] = useState<{ key: string; by: Command }>();
  const field = useRef<HTMLButtonElement>(null);
  const take = useRef<HTMLButtonElement>(null);
  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    if (taken) take.current?.focus();
  }, [taken]);
  const give = (key: string) => {
    void keepKeyChoices(withKey(choices, command, key));
    say(t('settingsKeyNow', { key: keyName(key, onMac()), action: t(command.label) }));
    onDone();
  };
  const problemWords = problem === 'with-modifier' ? t('settingsKeyWithModifier') : problem && t('settingsKeyMovesAbout');
  return (
    <span className="flex flex-wrap items-center justify-end gap-2">
      {taken ? (
        <span className="text-wait" role="alert">
          {t('settingsKeyTaken', { key: keyName(taken.key, onMac()), action: t(taken.by.label) })}
        </span>
      ) : (
        <button
          ref={field}
          type="button"
          className="field settings-press"
          aria-label={t('settingsKeyPressFor', { action: t(command.label) })}
          aria-describedby={problem && `key-problem-${command.id}`}
          onBlur={() => !taken && onDone()}
          onKeyDown={(event) => {
            if (event.key === 'Tab') return;
            event.preventDefault();
            event.stopPropagation();
            if (event.key === 'Escape') return onDone();
            const pressed = pressedKey(event);
            if (!pressed) return;
            if ('problem' in pressed) return setProblem(pressed.problem);
            const by = commandOfKey(pressed.key, choices);
            if (by === command) return onDone();
            if (by) setTaken({ key: pressed.key, by });
            else give(pressed.key);
          }}
        >
          {t('settingsKeyPress')}
        </button>
      )}
      {taken && (
        <button ref={take} type="button" className="btn line xs" onClick={() => give(taken.key)}>
          {t('settingsKeyTake')}
        </button>
      )}
      <button type="button" className="btn xs" onMouseDown={(event) => event.preventDefault()} onClick={onDone}>
        {t('settingsKeyKeep')}
      </button>
      {problemWords && (
        <span className="basis-full text-right text-xs text-late" id={`key-problem-${command.id}`} role="alert">
          {problemWords}
        </span>
      )}
    </span>
  );
}
