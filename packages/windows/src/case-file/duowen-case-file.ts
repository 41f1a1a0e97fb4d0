import { CaseFileDefinition } from './case-file-definition.ts';
import preset from './presets/duowen-case-file.json' with { type: 'json' };

/** Case work as Duowen might pace it. The practice tells of case support and not of its days: those are assumed. */
export const duowenCaseFile: CaseFileDefinition = CaseFileDefinition.parse(preset);
