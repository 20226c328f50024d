import { htmlText } from '../sanitize.js';

/** Text that is already HTML. Only `markup` creates it, so that nothing gets into the page without being escaped. */
export class Markup {
  constructor(readonly text: string) {}
}

type Part = string | number | Markup | readonly Markup[] | undefined;

/** HTML from a template: what is put in is escaped, unless it is markup itself; `undefined` is nothing. */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  let text = strings[0] ?? '';
  for (const [index, part] of parts.entries()) text += textOf(part) + (strings[index + 1] ?? '');
  return new Markup(text);
}

function textOf(part: Part): string {
  if (part === undefined) return '';
  if (typeof part === 'string') return htmlText(part);
  if (typeof part === 'number') return String(part);
  return part instanceof Markup ? part.text : part.map((one) => one.text).join('');
}

/** A number for SVG: at most two decimals, so that pages are small and the same everywhere. */
export function coordinate(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** An icon of the sprite; decorative, as text stands next to it. */
export function icon(name: 'ok' | 'bad' | 'warn' | 'info'): Markup {
  return markup`<svg class="icon i-${name}" viewBox="0 0 16 16" aria-hidden="true"><use href="#i-${name}"/></svg>`;
}

/** Icons and marks that the page uses again and again. */
export const SPRITE = markup`<svg class="sprite" width="0" height="0" aria-hidden="true"><defs>
<symbol id="i-ok" viewBox="0 0 16 16"><circle cx="8" cy="8" r="7.5" class="disc"/><path d="M4.6 8.3l2.3 2.3 4.5-4.9" class="stroke"/></symbol>
<symbol id="i-bad" viewBox="0 0 16 16"><circle cx="8" cy="8" r="7.5" class="disc"/><path d="M5.4 5.4l5.2 5.2M10.6 5.4l-5.2 5.2" class="stroke"/></symbol>
<symbol id="i-warn" viewBox="0 0 16 16"><path d="M8 .9l7.4 13.4a.6.6 0 0 1-.5.9H1.1a.6.6 0 0 1-.5-.9z" class="disc"/><path d="M8 6v4M8 12.4v.1" class="stroke"/></symbol>
<symbol id="i-info" viewBox="0 0 16 16"><circle cx="8" cy="8" r="7.5" class="disc"/><path d="M8 7.4v4M8 4.7v.1" class="stroke"/></symbol>
<g id="m-ok"><circle r="5"/></g>
<g id="m-signed"><circle r="5"/><circle r="8" class="ring"/></g>
<g id="m-bad"><path d="M0 -7.5L7.5 0 0 7.5 -7.5 0z"/></g>
<marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse"><path d="M0 .8L7.5 4 0 7.2z"/></marker>
</defs></svg>`;
