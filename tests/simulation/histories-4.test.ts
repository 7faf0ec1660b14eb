import 'fake-indexeddb/auto';
import { tellHistories } from './tell-histories';

// Four files, so that they run side by side.
tellHistories(3001, 250);
