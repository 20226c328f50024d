import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { markup } from '../../src/report/html/markup.js';
import { html } from '../../src/report/html/page.js';
import { empty, forged, good, hostileModel, large, MODELS, SOURCE_BASE } from './models.js';

/** The page without the contents of style and script, which are constants. */
function bare(page: string): string {
  return page
    .replace(/<style>[\s\S]*?<\/style>/, '<style></style>')
    .replace(/<script>[\s\S]*?<\/script>/, '<script></script>');
}
const tagsOf = (page: string): string[] => bare(page).match(/<[^>]*>/g) ?? [];
/** Every tag is one that we write: lower case, attributes in double quotes, nothing that is run or loaded. */
const TAG = /^<(?:!doctype html|\/?[a-z][a-z0-9]*(?: [a-zA-Z][a-zA-Z0-9-]*(?:="[^"<>]*")?)*\/?)>$/;

describe('html', () => {
  test.each(MODELS)('every tag of the %s run is our own', (_, make) => {
    const tags = tagsOf(html(make()));
    expect(tags.filter((tag) => !TAG.test(tag))).toEqual([]);
    expect(tags.filter((tag) => / (?:on[a-z]+|style|src|srcset|action|formaction|xlink:href)[= >]/.test(tag))).toEqual(
      [],
    );
    const links = tags.map((tag) => / href="([^"]*)"/.exec(tag)?.[1]).filter((link) => link !== undefined);
    expect(links.filter((link) => !link.startsWith('#') && !link.startsWith(SOURCE_BASE))).toEqual([]);
    expect(
      tags.filter((tag) => /^<(?:iframe|object|embed|base|link|img|video|audio|form(?! class="toolbar"))/.test(tag)),
    ).toEqual([]);
  });

  test.each(MODELS)('elements of the %s run are closed in their order', (_, make) => {
    const VOID = new Set(['meta', 'input', '!doctype']);
    const open: string[] = [];
    for (const tag of tagsOf(html(make()))) {
      const name = /^<\/?([a-z!0-9]+)/.exec(tag)?.[1] ?? '';
      if (VOID.has(name) || tag.endsWith('/>')) continue;
      if (tag.startsWith('</')) expect(open.pop()).toBe(name);
      else open.push(name);
    }
    expect(open).toEqual([]);
  });

  test.each(MODELS)('the policy of the %s run allows its own style and script and nothing else', (_, make) => {
    const page = html(make());
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1]?.replaceAll('&#39;', "'");
    const hash = (tag: string): string => {
      const content = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(page)?.[1] ?? '';
      return `'sha256-${createHash('sha256').update(content).digest('base64')}'`;
    };
    expect(policy).toBe(
      `default-src 'none'; style-src ${hash('style')}; script-src ${hash('script')}; base-uri 'none'; form-action 'none'`,
    );
    expect(page.match(/<script/g)).toHaveLength(1);
    // The policy holds for what comes after it.
    expect(page.indexOf('Content-Security-Policy')).toBeLessThan(page.indexOf('<style'));
  });

  test.each(MODELS)('ids of the %s run are unique and every label leads somewhere', (_, make) => {
    const page = bare(html(make()));
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    const used = [...page.matchAll(/ (?:aria-labelledby="|href="#)([^"]+)"/g)].map((match) => match[1]);
    expect(used.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('has a row for each finding and artifact', () => {
    const rows = (page: string, kind: string): number => page.split(`data-row="${kind}"`).length - 1;
    for (const make of [good, forged, hostileModel, large]) {
      const page = bare(html(make()));
      expect(rows(page, 'f')).toBe(make().report.findings.length);
      expect(rows(page, 'a')).toBe(make().report.artifacts.length);
    }
  });

  test('shows verdict, signers by name, requirements, coverage, timelines and lineage', () => {
    const page = html(forged());
    for (const text of [
      '<h1>Failed</h1>',
      'Release pipeline',
      'approval:production',
      '<b>75%</b> 3 of 4 controls covered',
      'aria-label="24 records, 21 with a verified signature, 3 failed or without approval"',
      'delegates to',
      'approves',
      `${SOURCE_BASE}proof/deploy.chain.json#L214`,
      'approval · not verified',
    ]) {
      expect(page).toContain(text);
    }
    expect(html(good())).toContain('<h1>Passed</h1>');
    expect(html(empty())).toContain('No artifacts were found.');
  });

  test('markup escapes whatever is put in', () => {
    expect(markup`<a b="${'"><script>'}">${'\u202e&'}${3}${undefined}${[markup`<i/>`]}</a>`.text).toBe(
      '<a b="&quot;&gt;&lt;script&gt;">\\u202e&amp;3<i/></a>',
    );
  });
});

describe('a signer whose key was not given', () => {
  const base = good();
  const [first] = base.records;
  const stranger = 'f'.repeat(64);
  const withStranger = (claimedKeyId: string): string =>
    html({
      ...base,
      records: base.records.map((record) => {
        if (record !== first) return record;
        const { keyId: _, ...rest } = record;
        return { ...rest, signature: 'failed' as const, verified: false, claimedKeyId };
      }),
    });

  test('is shown by its key id, on the artifact and under signers that are not trusted', () => {
    const page = withStranger(stranger);
    expect(page).toContain(`unknown signer ${stranger.slice(0, 12)}`);
    expect(page).toContain('<h3>Not trusted</h3>');
  });

  test('is not shown when the key is one of those that were given', () => {
    const [known = ''] = base.signerNames.keys();
    expect(withStranger(known)).not.toContain('unknown signer');
  });
});
