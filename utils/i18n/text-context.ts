import { createContext } from 'react';
import { type Text, textOf } from './text';

/** The language in use. Apart from its provider, which brings languages: what is drawn before React is in one already (docs/decisions/0044). */
export const TextContext = createContext<Text>(textOf('en'));
