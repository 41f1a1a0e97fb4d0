import { library } from '../../.repo/tsup.ts';

export default library(['index', 'kernel']);
