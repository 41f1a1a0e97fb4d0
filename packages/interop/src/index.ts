export { Mapping } from './mapping/mapping.ts';
export { printMapping } from './mapping/print-mapping.ts';
export { type MappingProposal, proposeMapping } from './mapping/propose-mapping.ts';
export { type ReadOptions, readWorkbook, type SheetUse, type WorkbookReading } from './read-workbook.ts';
export { type InteropCode, interopTexts } from './texts.ts';
export { Vocabulary } from './vocabulary.ts';
export { type CalendarEvent, type CalendarOptions, writeCalendar } from './write-calendar.ts';
export { type SheetToWrite, writeWorkbook } from './write-workbook.ts';
