import { describe } from 'vitest';
import { freshPGlite } from '../support/pglite-snapshot';
import { storeTests } from './store-tests';

describe('the hub store on PGlite', () => storeTests(freshPGlite));
