import type { Address } from '@linli/model';
import { fold } from '../recognise/fold.ts';

const plate = '([0-9a-z]{1,5})';
const door = '([0-9a-z]{1,6})';
const shapes = [
  // 4号楼3单元603室, 1栋2单元701, 桂花园3幢2单元501
  new RegExp(`^(?:[^0-9a-z]*)${plate}(?:号楼|栋|幢|座|号|楼|#)${plate}(?:单元|门|#)-?${door}(?:室|号|房)?$`, 'u'),
  // 4-1-1502, 4/1/1502, 4#1-1502
  new RegExp(`^${plate}[-–—―－_/#.]${plate}[-–—―－_/#.]${door}(?:室|号|房)?$`, 'u'),
  // Building 3, Unit 2, Door 501
  new RegExp(`^(?:building|bldg|block)\\.?,?${plate}[,;]?unit,?${plate}[,;]?(?:door|room|flat|apt\\.?|no\\.?),?${door}$`, 'u'),
];

/** Building, unit and door; undefined where the text does not tell all three. Leading zeros of building and unit are dropped. */
export function parseAddress(text: string): Address | undefined {
  const folded = fold(text);
  for (const shape of shapes) {
    const found = shape.exec(folded);
    if (found === null) continue;
    const [, building = '', unit = '', number = ''] = found;
    return { building: plateForm(building), unit: plateForm(unit), door: number.toUpperCase() };
  }
  return undefined;
}

/** A building on its own: `14栋`, `14号楼`, `Building 14`, `14`. */
export function parseBuilding(text: string): string | undefined {
  const found = /^(?:building|bldg|block)?([0-9a-z]{1,5})(?:号楼|栋|幢|座|号|楼|#)?$/u.exec(fold(text));
  return found === null ? parseAddress(text)?.building : plateForm(found[1]!);
}

const plateForm = (text: string): string => text.toUpperCase().replace(/^0+(?=.)/u, '');
