import { describe, expect, test } from '@jest/globals';
import { costOf, DOORS, inputOfRecipe, recipeOf } from '../../tools/fuzz/cost.js';
import { COST_SEEDS } from '../../tools/fuzz/cost-seeds.js';

const SIZE = 120_000;
const MOST = 2.5;

// Ratios of processor time: what else a machine does meanwhile does not count (hardening 33).

describe('a hostile shape takes time in proportion to its bytes', () => {
  // A cost that grows with the square of the bytes would show as 4; the bench has the bound itself, at ten megabytes.
  test.each(Object.entries(COST_SEEDS))('%s', async (_, recipe) => {
    const first = await costOf(recipe, SIZE, 1);
    if (first.growth < MOST) return;
    expect((await costOf(recipe, SIZE, 4)).growth).toBeLessThan(MOST);
  });

  test('every door has shapes, which the fuzzer reads as they are written', () => {
    for (const door of DOORS) expect(Object.values(COST_SEEDS).map((recipe) => recipe.door)).toContain(door);
    for (const recipe of Object.values(COST_SEEDS)) expect(recipeOf(inputOfRecipe(recipe))).toEqual(recipe);
  });
});
