import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foldName } from './fold.ts';
import { loadPlaces } from './index.ts';

const gazetteer = loadPlaces({
  admins: ['Texas', 'Ile-de-France', 'Primorye'],
  cases: ['in'],
  places: [
    ['france', 'France', 'FRA', null, null, -1],
    ['paris', 'Paris', 'FRA', 48.85, 2.35, 1],
    ['vladivostok', 'Vladivostok', 'RUS', 43.1, 131.9, 2],
    ['texas', 'Texas', 'USA', 29.8, -95.4, 0],
    ['paris', 'Paris', 'USA', 33.66, -95.56, 0],
  ],
});

test('the best known place of a name, unless something speaks for another', () => {
  assert.equal(gazetteer.findPlace('Paris')?.country, 'FRA');
  assert.equal(gazetteer.findPlace('Paris', 'USA')?.admin, 'Texas');
  assert.equal(gazetteer.findPlace('Paris, Texas')?.country, 'USA');
  assert.equal(gazetteer.findPlace('Paris, France')?.country, 'FRA');
});

test('names are compared without accents, case, and "the city of"', () => {
  assert.equal(gazetteer.findPlace('the city of Vladivostok')?.country, 'RUS');
  assert.equal(foldName('São Paulo'), 'sao paulo');
  assert.equal(foldName('Deir ez-Zor'), 'deir ez zor');
});

test('an unknown name is no place', () => {
  assert.equal(gazetteer.findPlace('Nowhere'), null);
});
