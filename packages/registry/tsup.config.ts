import { library } from '../../.repo/tsup.ts';

export default library();
