import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { checkoutFolders, folderInRepository, linkBelow } from '../../src/files/checkout.js';
import { makeTree, removeTrees } from '../discovery/tree.js';

afterEach(removeTrees);

describe('root of the repository', () => {
  test.each([
    'GITHUB_WORKSPACE',
    'CI_PROJECT_DIR',
    'WORKSPACE',
    'BITBUCKET_CLONE_DIR',
    'BUILD_SOURCESDIRECTORY',
    'BUILDKITE_BUILD_CHECKOUT_PATH',
    'CIRCLE_WORKING_DIRECTORY',
    'TRAVIS_BUILD_DIR',
    'DRONE_WORKSPACE',
    'CI_WORKSPACE',
    'APPVEYOR_BUILD_FOLDER',
    'CIRRUS_WORKING_DIR',
    'CODEBUILD_SRC_DIR',
    'SEMAPHORE_GIT_DIR',
  ])('is what %s names', (name) => {
    const root = makeTree({ 'ws/a/b/x': '', 'ws/a/.git/HEAD': '' });
    expect(checkoutFolders({ [name]: join(root, 'ws') }, join(root, 'ws/a/b'))).toEqual([join(root, 'ws')]);
  });

  test.each([
    ['without a CI, is the nearest parent with .git', {}, 'ws/a'],
    ['a variable of a folder that does not exist here does not count', { GITHUB_WORKSPACE: '/runner/work' }, 'ws/a'],
    ['a relative variable does not count', { WORKSPACE: 'ws' }, 'ws/a'],
    ['an empty variable does not count', { CI_PROJECT_DIR: '' }, 'ws/a'],
  ])('%s', (_, env, expected) => {
    const root = makeTree({ 'ws/a/b/x': '', 'ws/a/.git/HEAD': '' });
    expect(checkoutFolders(env, join(root, 'ws/a/b'))).toEqual([join(root, expected)]);
  });

  test('a .git file of a worktree or submodule counts', () => {
    const root = makeTree({ 'ws/b/x': '', 'ws/.git': 'gitdir: elsewhere' });
    expect(checkoutFolders({}, join(root, 'ws/b'))).toEqual([join(root, 'ws')]);
  });

  test('a link to another work tree does not count as the root when there is one above', () => {
    const root = makeTree({ 'ws/.git/HEAD': '', 'other/.git/HEAD': '', 'ws/b': { link: '../other' } });
    expect(checkoutFolders({}, join(root, 'ws/b'))).toEqual([join(root, 'ws')]);
    expect(linkBelow(join(root, 'ws'), join(root, 'ws/b'))).toBe(join(root, 'ws/b'));
  });

  test('a link of the operator to the work tree is its root, and so is what it leads to', () => {
    const root = makeTree({ 'ws/.git/HEAD': '', here: { link: 'ws' } });
    expect(checkoutFolders({}, join(root, 'here'))).toEqual([join(root, 'here'), join(root, 'ws')]);
  });

  test('a submodule does not count as the root when there is a work tree around it', () => {
    const root = makeTree({ 'ws/.git/HEAD': '', 'ws/sub/.git': 'gitdir: ../.git/modules/sub\n', 'ws/sub/x': '' });
    expect(checkoutFolders({}, join(root, 'ws/sub'))).toEqual([join(root, 'ws')]);
    const alone = makeTree({ 'sub/.git': 'gitdir: ../.git/modules/sub\n' });
    expect(checkoutFolders({}, join(alone, 'sub'))).toEqual([join(alone, 'sub')]);
  });

  test('the work tree that the process was started in is one of the folders', () => {
    const root = makeTree({ 'ws/.git/HEAD': '', 'ws/a/x': '', 'copied/x': '' });
    const folders = checkoutFolders({}, join(root, 'copied'), join(root, 'ws/a'));
    expect(folders).toEqual([join(root, 'copied'), join(root, 'ws')]);
  });

  test('without anything, is the workspace itself', () => {
    const root = makeTree({ 'ws/x': '' });
    expect(checkoutFolders({}, join(root, 'ws'))).toEqual([join(root, 'ws')]);
  });

  test('a variable that names the checkout through a link counts for a workspace without it', () => {
    const root = makeTree({ 'ws/x': '', named: { link: 'ws' } });
    const [first, ...more] = checkoutFolders({ CI_PROJECT_DIR: join(root, 'named') }, join(root, 'ws'));
    expect([first, more]).toEqual([join(root, 'ws'), [join(root, 'named')]]);
  });

  test('~ is the home folder', () => {
    const root = makeTree({ 'project/x': '' });
    const env = { HOME: root, CIRCLE_WORKING_DIRECTORY: '~/project' };
    expect(checkoutFolders(env, join(root, 'project'))).toEqual([join(root, 'project')]);
  });

  test('a checkout elsewhere is one of the folders', () => {
    const root = makeTree({ 'ws/x': '', 'else/x': '' });
    const env = { GITHUB_WORKSPACE: join(root, 'ws') };
    expect(checkoutFolders(env, join(root, 'else'))).toEqual([join(root, 'else'), join(root, 'ws')]);
  });
});

describe('linkBelow', () => {
  test.each([
    ['', undefined],
    ['a/b', undefined],
    ['missing/x', undefined],
    ['link', 'link'],
    ['link/b', 'link'],
    ['a/up', 'a/up'],
  ])('%j', (path, expected) => {
    const root = makeTree({ 'a/b': '', link: { link: 'a' }, 'a/up': { link: '..' } });
    expect(linkBelow(root, join(root, path))).toBe(expected === undefined ? undefined : join(root, expected));
  });

  test('says nothing about what is outside', () => {
    const root = makeTree({ 'a/b': '', link: { link: 'a' } });
    expect(linkBelow(join(root, 'a'), join(root, 'link'))).toBeUndefined();
  });
});

describe('folder in the repository', () => {
  test.each([
    ['the root', 'ws', 'ws', ''],
    ['a folder', 'ws', 'ws/a/b', 'a/b/'],
    ['a sibling whose name begins with dots', 'ws', 'ws/..x', '..x/'],
    ['outside the checkout of the CI', 'ws', 'other', undefined],
  ])('%s', (_, checkout, workspace, expected) => {
    const root = makeTree({ 'ws/a/b/x': '', 'ws/..x/y': '', 'other/.git/HEAD': '' });
    const env = { GITHUB_WORKSPACE: join(root, checkout) };
    expect(folderInRepository(env, join(root, workspace))).toBe(expected);
  });

  test('without a CI is that in the work tree', () => {
    const root = makeTree({ 'ws/a/x': '', 'ws/.git/HEAD': '' });
    expect(folderInRepository({}, join(root, 'ws/a'))).toBe('a/');
  });
});
