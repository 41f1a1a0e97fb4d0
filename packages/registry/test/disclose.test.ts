import { PersonId, Resident } from '@linli/model';
import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { type CareView, type DoorView, disclose, type PhoneView } from '../src/index.ts';
import { at, bornOn, date } from './drafts.ts';

// Every text that the door has no need of is a canary: if one sings in the view, something leaked.
const full = Resident.parse({
  id: 'p0001',
  name: '王canary-name',
  sex: 'female',
  birth: bornOn('1941-12-31', '1942-01-01'),
  identityNumber: '999999194112310027',
  grid: 3,
  address: at('3-2-501'),
  hasLift: false,
  phone: 'canary-phone',
  emergencyContact: { name: 'canary-contact', relation: 'canary-relation', phone: 'canary-contact-phone' },
  living: [{ kind: 'alone', from: date('2026-03-03') }],
  selfCare: 'moderate',
  hardship: ['canary-hardship'],
  health: ['canary-health'],
  interests: ['canary-interest'],
  approach: ['deaf'],
  note: 'canary-note',
});
const leaks = ['canary', '999999194112310027', '1941', '2026', 'alone', 'moderate'];

describe('D-39: what somebody at the door may see', () => {
  it('D-39: its type has no full name, no phone, no identity number and no diagnosis', () => {
    expectTypeOf<keyof DoorView>().toEqualTypeOf<
      'residentId' | 'surname' | 'sex' | 'address' | 'floor' | 'hasLift' | 'approach'
    >();
    const view = disclose(full, 'door');
    expectTypeOf(view).toEqualTypeOf<DoorView>();
    expectTypeOf(view).not.toHaveProperty('name');
    expectTypeOf(view).not.toHaveProperty('phone');
    expectTypeOf(view).not.toHaveProperty('health');
    expectTypeOf(view).not.toHaveProperty('hardship');
    expectTypeOf(view).not.toHaveProperty('note');
    expectTypeOf(view).not.toHaveProperty('identityNumber');
    expect(Object.keys(view).sort()).toEqual(['address', 'approach', 'floor', 'hasLift', 'residentId', 'sex', 'surname']);
  });

  it('D-39: and no byte of the answer tells one', () => {
    const bytes = JSON.stringify(disclose(full, 'door'));
    for (const leak of leaks) expect(bytes).not.toContain(leak);
    expect(JSON.parse(bytes)).toEqual({
      residentId: 'p0001',
      surname: '王',
      sex: 'female',
      address: { building: '3', unit: '2', door: '501' },
      floor: 5,
      hasLift: false,
      approach: ['deaf'],
    });
  });

  it('a floor that nobody knows is null, not the ground floor', () => {
    expect(disclose({ ...full, address: null }, 'door').floor).toBeNull();
    expect(disclose({ ...full, address: at('3-2-B1') }, 'door').floor).toBeNull();
  });

  it.each([
    ['王秀英', '王'],
    ['欧阳秀英', '欧阳'],
    ['欧阳', '欧'],
    ['𠮷田', '𠮷'],
    ['王', '王'],
  ])('%s is %s at the door: a given name is never told', (name, surname) => {
    expect(disclose({ ...full, name }, 'door').surname).toBe(surname);
  });
});

describe('the wider views', () => {
  it('whoever calls sees the name and the number, and no more', () => {
    const view = disclose(full, 'phone');
    expectTypeOf(view).toEqualTypeOf<PhoneView>();
    expectTypeOf(view).not.toHaveProperty('health');
    expect(Object.keys(view).filter((key) => !(key in disclose(full, 'door')))).toEqual(['name', 'phone']);
    expect(JSON.stringify(view)).not.toMatch(/canary-(contact|relation|hardship|health|interest|note)/);
  });

  it('the social worker in charge sees the health, and still no identity number', () => {
    const view = disclose(full, 'care');
    expectTypeOf(view).toEqualTypeOf<CareView>();
    expectTypeOf(view).not.toHaveProperty('identityNumber');
    expect(view.health).toEqual(['canary-health']);
    expect(JSON.stringify(view)).not.toContain('999999194112310027');
  });
});

type AtTheDoor = (resident: Resident) => unknown;

/** Two residents who differ only in what the door may not see look alike there. */
function keepDoorLaw(look: AtTheDoor): void {
  const words = fc.string({ minLength: 1, maxLength: 8 });
  const secrets = fc.record({
    givenName: words,
    birth: fc.constantFrom(null, full.birth),
    identityNumber: fc.option(words),
    phone: fc.option(words),
    selfCare: fc.constantFrom(null, 'severe' as const),
    hardship: fc.array(words),
    health: fc.array(words),
    interests: fc.array(words),
    note: fc.option(words),
  });
  fc.assert(
    fc.property(secrets, ({ givenName, ...fields }) => {
      expect(look({ ...full, ...fields, name: `王${givenName}` })).toEqual(look(full));
    }),
    { seed: 39, numRuns: 500 },
  );
}

describe('laws of disclosure', () => {
  it('D-39: a secret makes no difference at the door', () => {
    keepDoorLaw((resident) => disclose(resident, 'door'));
  });

  it('planted bug: a view that leaves a few fields out instead of naming those it shows is caught', () => {
    const leaky: AtTheDoor = ({ health: _, phone: __, name: ___, identityNumber: ____, ...rest }) => rest;
    expect(() => keepDoorLaw(leaky)).toThrow();
  });

  it('planted bug: a view that shows the full name is caught', () => {
    expect(() => keepDoorLaw((resident) => ({ ...disclose(resident, 'door'), surname: resident.name }))).toThrow();
  });

  it('an id tells nothing of the person', () => {
    expect(disclose({ ...full, id: PersonId.parse('p0009') }, 'door').residentId).toBe('p0009');
  });
});
