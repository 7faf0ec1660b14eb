import 'fake-indexeddb/auto';
import { tellHistories } from './tell-histories';

// Four files, so that they run side by side.
tellHistories(2001, 250);
