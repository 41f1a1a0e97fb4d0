const digits = '〇一二三四五六七八九';

/** `二十三` is 23, `一九三八` is 1938, `12` is 12; undefined for anything else. Knows tens, no hundreds. */
export function parseNumber(text: string): number | undefined {
  const folded = text.normalize('NFKC').trim().replaceAll('零', '〇').replaceAll('两', '二');
  if (/^\d{1,9}$/.test(folded)) return Number(folded);
  if (/^[〇一二三四五六七八九]+$/.test(folded) && folded.length <= 4)
    return Number([...folded].map((digit) => digits.indexOf(digit)).join(''));
  const tens = /^([一二三四五六七八九]?)十([一二三四五六七八九]?)$/.exec(folded);
  if (tens === null) return undefined;
  return (tens[1] ? digits.indexOf(tens[1]) : 1) * 10 + (tens[2] ? digits.indexOf(tens[2]) : 0);
}
