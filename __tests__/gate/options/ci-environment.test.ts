import { describe, expect, test } from '@jest/globals';
import { folderWithin, readSourceBase } from '../../../src/gate/options/ci-environment.js';

describe('where the files of a run are on the web', () => {
  const commit = 'a'.repeat(40);
  const github = { GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: 'o/r', GITHUB_SHA: commit };
  const gitlab = { CI_PROJECT_URL: 'https://gitlab.com/g/p/', CI_COMMIT_SHA: commit };

  test.each<[string, Record<string, string>, string, string | undefined]>([
    ['nowhere', {}, '/w', undefined],
    ['GitHub', github, '/w', `https://github.com/o/r/blob/${commit}/`],
    [
      'GitHub, a folder',
      { ...github, GITHUB_WORKSPACE: '/w' },
      '/w/a b/c',
      `https://github.com/o/r/blob/${commit}/a%20b/c/`,
    ],
    ['GitHub, outside', { ...github, GITHUB_WORKSPACE: '/w' }, '/elsewhere', undefined],
    ['GitHub, above', { ...github, GITHUB_WORKSPACE: '/w/x' }, '/w', undefined],
    ['GitHub, an empty workspace', { ...github, GITHUB_WORKSPACE: '' }, '/w', `https://github.com/o/r/blob/${commit}/`],
    [
      'GitHub before GitLab',
      { ...gitlab, ...github, CI_PROJECT_DIR: '/elsewhere' },
      '/w',
      `https://github.com/o/r/blob/${commit}/`,
    ],
    [
      'GitLab',
      { ...gitlab, CI_PROJECT_DIR: '/w', GITHUB_WORKSPACE: '/elsewhere' },
      '/w/x',
      `https://gitlab.com/g/p/-/blob/${commit}/x/`,
    ],
    ['a host that is none', { ...github, GITHUB_SERVER_URL: 'javascript:alert(1)' }, '/w', undefined],
    ['a host behind something', { ...github, GITHUB_SERVER_URL: 'x https://github.com' }, '/w', undefined],
    ['a host before something', { ...github, GITHUB_SERVER_URL: 'https://github.com" x' }, '/w', undefined],
    ['a host without TLS', { ...github, GITHUB_SERVER_URL: 'http://ghe' }, '/w', `http://ghe/o/r/blob/${commit}/`],
    [
      'a host that ends in slashes',
      { ...gitlab, CI_PROJECT_URL: 'https://g/p//' },
      '/w',
      `https://g/p/-/blob/${commit}/`,
    ],
    [
      'longer names',
      { ...github, GITHUB_REPOSITORY: 'own-er/re.po' },
      '/w',
      `https://github.com/own-er/re.po/blob/${commit}/`,
    ],
    ['a repository that is none', { ...github, GITHUB_REPOSITORY: 'o/r&x' }, '/w', undefined],
    ['a repository with something before it', { ...github, GITHUB_REPOSITORY: 'x/o/r' }, '/w', undefined],
    ['no repository', { GITHUB_SERVER_URL: 'https://github.com', GITHUB_SHA: commit }, '/w', undefined],
    ['a commit that is none', { ...github, GITHUB_SHA: 'main' }, '/w', undefined],
    [
      'a commit of SHA-256',
      { ...github, GITHUB_SHA: 'b'.repeat(64) },
      '/w',
      `https://github.com/o/r/blob/${'b'.repeat(64)}/`,
    ],
  ])('%s', (_, env, workspace, expected) => expect(readSourceBase(env, workspace)).toBe(expected));

  test('the commit may be given as an option', () => {
    expect(readSourceBase(github, '/w', 'c'.repeat(40))).toBe(`https://github.com/o/r/blob/${'c'.repeat(40)}/`);
  });

  test('a folder whose name begins with dots is inside', () => {
    expect(folderWithin('/w', '/w/..a')).toBe('..a/');
    expect(folderWithin('/w', '/w/../x')).toBeUndefined();
    expect([folderWithin(undefined, '/w'), folderWithin('', '/w'), folderWithin('/w', '/w')]).toEqual(['', '', '']);
  });
});
