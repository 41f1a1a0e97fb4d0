// Mobile: 11 digits from 13 to 19. Landline: 010 and 02x are whole area codes, all others have four digits; at home often without.
const mobile = /^(?:\+?86)?(1[3-9]\d{9})$/;
const landline = /^(010|02\d|0[3-9]\d{2})-?(\d{7,8})$/;
const local = /^\d{7,8}$/;

/** The phones a cell holds, in order: mobiles as digits, landlines as `027-80000033`. Undefined: something is no phone. */
export function parsePhones(text: string): readonly string[] | undefined {
  const pieces = text
    .normalize('NFKC')
    .split(/[、,;/]|\s{2,}|或/u)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  const phones = pieces.map(parsePhone);
  return phones.every((phone) => phone !== undefined) ? phones : undefined;
}

function parsePhone(text: string): string | undefined {
  const dense = text.replace(/[\s()]/gu, '').replace(/[–—―−]/gu, '-');
  const digits = mobile.exec(dense.replaceAll('-', ''));
  if (digits !== null) return digits[1]!;
  const wired = landline.exec(dense);
  if (wired !== null) return `${wired[1]}-${wired[2]}`;
  return local.test(dense) ? dense : undefined;
}
