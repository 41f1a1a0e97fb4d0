import { library } from '../../.repo/tsup.ts';

export default library(['index', 'laws', 'presets', 'review']);
