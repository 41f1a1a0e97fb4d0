import { library } from '../../.repo/tsup.ts';

export default library(['index', 'core', 'laws', 'problem', 'texts', 'thread', 'worker']);
