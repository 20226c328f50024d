import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { marked, type Token } from 'marked';
import { markdown } from '../../src/report/markdown.js';
import { empty, forged, good, hostileModel, large, MODELS, SOURCE_BASE } from './models.js';

const render = (page: string): string => marked.parse(page, { async: false });
const NOTICE = '**Truncated:**';
const ALLOWED =
  /^<\/?(?:h2|h3|p|table|thead|tbody|tr|th|td|code|strong|b|sub|summary|blockquote|details|pre)>$|^<details open>$|^<t[dh] align="right">$|^<\/a>$|^<code class="language-mermaid">$/;

describe('markdown', () => {
  test.each(MODELS)('of the %s run renders to nothing but our own elements', (_, make) => {
    const tags = render(markdown(make())).match(/<[^>]*>/g) ?? [];
    const foreign = tags.filter((tag) => !ALLOWED.test(tag) && !tag.startsWith(`<a href="${SOURCE_BASE}`));
    expect(foreign).toEqual([]);
    const opened = tags.filter((tag) => tag.startsWith('<details')).length;
    expect(tags.filter((tag) => tag === '</details>')).toHaveLength(opened);
  });

  test.each(MODELS)('rows of the %s run have as many cells as their head', (_, make) => {
    const walk = (tokens: readonly Token[]): void => {
      for (const token of tokens) {
        if (token.type === 'table') {
          const table = token as { header: unknown[]; rows: { text: string }[][] };
          expect(table.rows.length).toBeGreaterThan(0);
          for (const row of table.rows) expect(row).toHaveLength(table.header.length);
        }
      }
    };
    walk(marked.lexer(markdown(make())));
  });

  test('contains what a reader looks for', () => {
    const page = markdown(forged());
    expect(page).toContain('## ❌ Proof gate: failed\n\n3 of 8 artifacts failed: 1 blocked as unsafe');
    expect(page).toContain('| 8 | 0 | 5 | 3 | 179 | 44 | 6 | 1 | 1 |');
    expect(page).toContain(`<a href="${SOURCE_BASE}proof/deploy.chain.json#L214">`);
    expect(page).toContain('**What to do:** The record was changed after it was sealed.');
    expect(page).toContain('Release pipeline');
    expect(page).toContain('| ❌ | <code>approval&#58;production</code> | 0 of 1 |');
    expect(page).toContain('3 of 4 | <code>cc9.2</code> |');
    expect(page).toContain('And 17 more findings (limit 100 per artifact).');
  });

  test('draws a small lineage, and none that is too large to read', () => {
    expect(markdown(good())).toContain('```mermaid\nflowchart LR\n');
    expect(markdown(good())).toContain('-->|"approves"|');
    expect(markdown(large())).not.toContain('mermaid');
    expect(markdown(empty())).not.toContain('mermaid');
  });

  test('hostile ids stay inside their labels', () => {
    const { records } = hostileModel();
    for (const one of records.slice(0, 12)) {
      const page = markdown({ ...hostileModel(), records: [one] });
      const graph = /```mermaid\n([\s\S]*?)\n```/.exec(page)?.[1] ?? '';
      for (const line of graph.split('\n').slice(1, -1)) {
        expect(line).toMatch(/^ {2}n\d+(?:\["[^"]*"\](?::::bad)?| -->\|"[^"]*"\| n\d+)$/);
      }
    }
  });

  test('fits every size limit, ends at a whole row, and says where the rest is', () => {
    const model = hostileModel();
    const whole = markdown(model);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Buffer.byteLength(whole) + 10 }), (maxBytes) => {
        const page = markdown(model, { maxBytes });
        expect(Buffer.byteLength(page)).toBeLessThanOrEqual(maxBytes);
        if (Buffer.byteLength(whole) <= maxBytes) expect(page).toBe(whole);
        else if (page !== '') {
          expect(page).toContain(NOTICE);
          expect(page.match(/<details/g)?.length).toBe(page.match(/<\/details>/g)?.length);
          expect((page.match(/```/g)?.length ?? 0) % 2).toBe(0);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('10,000 findings fit a job summary', () => {
    const page = markdown(large(), { maxBytes: 1024 * 1024 });
    expect(Buffer.byteLength(page)).toBeLessThanOrEqual(1024 * 1024);
    expect(Buffer.byteLength(page)).toBeGreaterThan(1000 * 1024);
    expect(page.endsWith(').\n') && page.includes(NOTICE)).toBe(true);
  });
});
