import { useContext } from 'react';
import type { Text } from './text';
import { TextContext } from './text-context';

/** The words of the language in use: `const { t, plural, time } = useText()`. */
export const useText = (): Text => useContext(TextContext);
