// Replaces `@jest/globals` during mutation testing: tests are collected once and run by name, as often as needed.
import { expect } from 'expect';
import { bind } from 'jest-each';

const newBlock = (parent, name) => ({
  parent,
  name,
  blocks: [],
  tests: [],
  beforeAll: [],
  beforeEach: [],
  afterEach: [],
});
export const root = newBlock(undefined, '');
let current = root;
const waiting = [];

/** A test file, as a block of its own. */
export async function file(name, load) {
  const block = newBlock(root, name);
  root.blocks.push(block);
  current = block;
  await load();
  await Promise.all(waiting.splice(0));
  current = root;
}

function describeBlock(name, body) {
  const block = newBlock(current, name);
  current.blocks.push(block);
  const outer = current;
  current = block;
  body();
  current = outer;
}

function addTest(name, body) {
  current.tests.push({ name, body });
}

const skip = () => {};
export const describe = Object.assign(describeBlock, { each: bind(describeBlock, false), skip });
export const test = Object.assign(addTest, { each: bind(addTest, false), skip });
export const beforeAll = (hook) => current.beforeAll.push(hook);
export const beforeEach = (hook) => current.beforeEach.push(hook);
export const afterEach = (hook) => current.afterEach.push(hook);
/** Never called: files that were created while tests were collected must remain for the next run. The runner removes them. */
export const afterAll = () => {};
export { expect };
