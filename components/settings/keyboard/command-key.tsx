import { RotateCcw } from 'lucide-react';
import { useText } from '../../../utils/i18n/use-text';
import type { Command } from '../../actions/commands';
import { keysOf } from '../../actions/key-choices';
import { keyName, onMac } from '../../actions/key-name';
import { useKeys } from '../../actions/keys-provider';
import { IconButton } from '../../ui/icon-button';
import { useFocusBack } from '../../ui/use-focus-back';
import { KeyListener } from './key-listener';

interface Props {
  command: Command;
  /** The next key pressed is to be its key. */
  listening: boolean;
  onListen(on: boolean): void;
  onReset(): void;
}

/** One command: its keys, the way to another one, and the way back to the usual one. */
export function CommandKey({ command, listening, onListen, onReset }: Props) {
  const { t } = useText();
  const { choices } = useKeys();
  const change = useFocusBack(listening);
  const label = t(command.label);
  const keys = keysOf(command, choices);
  return (
    <li className="settings-line">
      <span className="min-w-0 grow">
        {label}
        {command.only === 'triage' && <span className="block text-xs text-ink-3">{t('triageTitle')}</span>}
      </span>
      {!listening && (
        <span className="flex flex-none items-center gap-1">
          {keys.map((key) => (
            <kbd key={key} className="kbd">
              {keyName(key, onMac())}
            </kbd>
          ))}
          {keys.length === 0 && <span className="text-xs text-wait">{t('settingsKeyNone')}</span>}
        </span>
      )}
      {listening ? (
        <KeyListener command={command} onDone={() => onListen(false)} />
      ) : (
        <>
          <button
            ref={change}
            type="button"
            className="btn line xs"
            aria-label={t('settingsKeyChangeOf', { action: label })}
            onClick={() => onListen(true)}
          >
            {t('settingsKeyChange')}
          </button>
          <span className="w-6 flex-none">
            {choices[command.id] !== undefined && (
              <IconButton
                small
                icon={RotateCcw}
                label={t('settingsKeyReset', { action: label, key: keyName(command.usual[0], onMac()) })}
                onClick={() => {
                  onReset();
                  change.current?.focus();
                }}
              />
            )}
          </span>
        </>
      )}
    </li>
  );
}
