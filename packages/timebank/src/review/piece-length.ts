import type { Text } from '@linli/model';

/** How many minutes of service one piece of an offer is, as its words say; undefined where they name no length. */
export function pieceMinutes({ zh, en }: Text): number | undefined {
  return inEnglish(en.toLowerCase()) ?? inChinese(zh);
}

function inEnglish(text: string): number | undefined {
  if (/quarter of an hour|quarter[- ]hour/.test(text)) return 15;
  if (/half an hour|half[- ]hour/.test(text)) return 30;
  const [, count, unit] = /(?:^|[^\w.])(\d+(?:\.\d+)?|an?|one)[ -](hour|minute)s?\b/.exec(text) ?? [];
  if (count === undefined) return undefined;
  const number = /^\d/.test(count) ? Number(count) : 1;
  return number * (unit === 'hour' ? 60 : 1);
}

function inChinese(text: string): number | undefined {
  if (/一刻钟/.test(text)) return 15;
  if (/半个?小时/.test(text)) return 30;
  const [, count, unit] = /(\d+(?:\.\d+)?|一)个?(小时|分钟)/.exec(text) ?? [];
  if (count === undefined) return undefined;
  const number = count === '一' ? 1 : Number(count);
  return number * (unit === '小时' ? 60 : 1);
}
