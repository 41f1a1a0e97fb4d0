import { library } from '../../.repo/tsup.ts';

export default library(['index', 'conformance', 'faults', 'processes']);
