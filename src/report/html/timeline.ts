import { recordsOf } from '../../engine/kinds/table.js';
import { count, thousands } from '../../engine/text.js';
import { parseInstant } from '../../engine/time.js';
import type { RecordFact } from '../../model/facts.js';
import type { ReportModel } from '../../model/report.js';
import { groupBy, problemsOf } from '../common.js';
import { shortened } from '../sanitize.js';
import { coordinate, type Markup, markup } from './markup.js';

/** Most timelines drawn; the rest is counted. */
const MAX_TIMELINES = 40;
/** More records than these are drawn as bars: single marks would overlap. */
const MAX_MARKS = 80;
const BINS = 72;
const MAX_LANES = 10;
const MAX_LABEL = 60;
const LANE_HEIGHT = 42;
const TOP = 8;
const AXIS_HEIGHT = 30;
/** Percent left free at both ends, so that marks at the ends are not clipped on a phone. */
const MARGIN = 3;
const REST = 'other types';

/** A record with what is wrong with it, in a few words. */
interface Entry extends RecordFact {
  readonly problem?: string;
}

interface Track {
  readonly title: string;
  readonly isChain: boolean;
  readonly records: readonly Entry[];
}

/** A timeline of each chain, stream and archive, and one of all single records. */
export function timelines(model: ReportModel): Markup {
  const tracks = tracksOf(model);
  if (tracks.length === 0) return markup``;
  const left = tracks.length - MAX_TIMELINES;
  return markup`<section id="timelines" aria-labelledby="h-timelines"><h2 id="h-timelines">Timelines</h2>
<p class="legend"><span class="key"><svg width="18" height="18"><use href="#m-signed" x="9" y="9" class="m ok"/></svg>verified signature</span><span class="key"><svg width="18" height="18"><use href="#m-ok" x="9" y="9" class="m ok"/></svg>hash verified</span><span class="key"><svg width="18" height="18"><use href="#m-bad" x="9" y="9" class="m bad"/></svg>failed or without approval</span></p>
${tracks.slice(0, MAX_TIMELINES).map((track, index) => timeline(track, index))}
${left > 0 ? markup`<p class="muted">And ${count(left, 'more timeline')}.</p>` : undefined}
${model.moreRecords > 0 ? markup`<p class="muted">${count(model.moreRecords, 'more record')} not drawn here.</p>` : undefined}
</section>`;
}

function tracksOf(model: ReportModel): readonly Track[] {
  const kinds = new Map(model.report.artifacts.map(({ path, kind }) => [path, recordsOf(kind)]));
  const isSingle = (one: Entry): boolean => kinds.get(one.artifact) === 'single';
  const problems = problemsOf(model);
  const entries = model.records.map((record): Entry => {
    const problem = problems.get(record.recordId) ?? (record.verified ? undefined : 'not verified');
    return problem === undefined ? record : { ...record, problem };
  });
  const groups = groupBy(
    entries.filter((one) => !isSingle(one)),
    (one) =>
      one.entry === undefined || kinds.get(one.artifact) === 'chain' ? one.artifact : `${one.artifact}/${one.entry}`,
  );
  const tracks: Track[] = [...groups].map(([title, records]) => ({ title, records, isChain: true }));
  const singles = entries.filter(isSingle);
  if (singles.length > 0) tracks.push({ title: 'Single records', records: singles, isChain: false });
  return tracks;
}

function timeline(track: Track, index: number): Markup {
  const { records } = track;
  const times = records.map((one) => parseInstant(one.timestamp)?.epochMs ?? Number.NaN);
  const valid = times.filter((at) => !Number.isNaN(at));
  const start = valid.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const end = valid.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const span = valid.length === 0 ? 0 : end - start;
  // Records with the same time, or with none, keep their order.
  const shares = times.map((at, position) =>
    span > 0 && !Number.isNaN(at) ? (at - start) / span : records.length < 2 ? 0.5 : position / (records.length - 1),
  );
  const lanes = lanesOf(records);
  const height = TOP + lanes.length * LANE_HEIGHT + AXIS_HEIGHT;
  const bad = records.filter((one) => one.problem !== undefined).length;
  const signed = records.filter((one) => one.signature === 'verified' && one.verified).length;
  const summary = `${count(records.length, 'record')}, ${thousands(signed)} with a verified signature${bad === 0 ? '' : `, ${thousands(bad)} failed or without approval`}`;
  const laneAt = new Map(lanes.map((name, at) => [name, at]));
  const laneOf = (one: Entry): number => laneAt.get(one.recordType) ?? lanes.length - 1;
  const drawn = records.length > MAX_MARKS ? bars(records, shares, laneOf, lanes.length) : marks(track, shares, laneOf);
  return markup`<article class="card timeline" aria-labelledby="t-${index}"><h3 id="t-${index}" class="path">${shortened(track.title, 300)}</h3><p class="muted">${summary}</p>
<svg class="track" width="100%" height="${height}" role="img" aria-label="${summary}">
${lanes.map((_, at) => markup`<line class="rail" x1="0" x2="100%" y1="${laneY(at)}" y2="${laneY(at)}"/>`)}
${drawn}
${lanes.map((name, at) => markup`<text class="lane" x="0" y="${laneY(at) - 18}">${shortened(name, MAX_LABEL)}</text>`)}
${axis(start, end, span, height, valid.length > 0)}
</svg>${table(records)}</article>`;
}

/** Record types by first occurrence; past the limit they share the last lane. */
function lanesOf(records: readonly Entry[]): readonly string[] {
  const types = [...new Set(records.map((one) => one.recordType))];
  return types.length <= MAX_LANES ? types : [...types.slice(0, MAX_LANES - 1), REST];
}

function laneY(at: number): number {
  return TOP + at * LANE_HEIGHT + 30;
}

function percent(share: number): string {
  return `${coordinate(MARGIN + share * (100 - 2 * MARGIN))}%`;
}

function marks(track: Track, shares: readonly number[], laneOf: (one: Entry) => number): Markup[] {
  const links: Markup[] = [];
  const out: Markup[] = [];
  for (const [at, one] of track.records.entries()) {
    const x = percent(shares[at] ?? 0);
    const y = laneY(laneOf(one));
    const before = track.records[at - 1];
    if (
      track.isChain &&
      before !== undefined &&
      one.previousHash === before.recordHash &&
      one.previousHash !== undefined
    ) {
      links.push(
        markup`<line class="link" x1="${percent(shares[at - 1] ?? 0)}" y1="${laneY(laneOf(before))}" x2="${x}" y2="${y}"/>`,
      );
    }
    const shape = one.problem !== undefined ? 'bad' : one.signature === 'verified' ? 'signed' : 'ok';
    out.push(
      markup`<use href="#m-${shape}" x="${x}" y="${y}" class="m ${one.problem === undefined ? 'ok' : 'bad'}"><title>${tooltip(one)}</title></use>`,
    );
  }
  return [...links, ...out];
}

function tooltip(one: Entry): string {
  return shortened(`#${one.index} ${one.recordType} · ${one.timestamp} · ${one.recordId} · ${stateOf(one)}`, 300);
}

function stateOf(one: Entry): string {
  return one.problem ?? (one.signature === 'verified' ? 'verified, signed' : 'hash verified');
}

function bars(
  records: readonly Entry[],
  shares: readonly number[],
  laneOf: (one: Entry) => number,
  lanes: number,
): Markup[] {
  const bins = Array.from({ length: lanes * BINS }, () => ({ all: 0, bad: 0 }));
  for (const [at, one] of records.entries()) {
    const bin = bins[laneOf(one) * BINS + Math.min(BINS - 1, Math.floor((shares[at] ?? 0) * BINS))];
    if (bin === undefined) continue;
    bin.all++;
    if (one.problem !== undefined) bin.bad++;
  }
  const most = bins.reduce((max, bin) => Math.max(max, bin.all), 1);
  const width = (100 - 2 * MARGIN) / BINS;
  return bins.flatMap((bin, at) => {
    if (bin.all === 0) return [];
    const base = laneY(Math.floor(at / BINS));
    const tall = 3 + (11 * Math.log1p(bin.all)) / Math.log1p(most);
    const x = coordinate(MARGIN + (at % BINS) * width);
    const words = `${count(bin.all, 'record')}${bin.bad === 0 ? '' : `, ${thousands(bin.bad)} failed`}`;
    return [
      markup`<rect class="bar ${bin.bad > 0 ? 'bad' : 'ok'}" x="${x}%" width="${coordinate(width * 0.82)}%" y="${coordinate(base - tall)}" height="${coordinate(tall)}" rx="1"><title>${words}</title></rect>`,
    ];
  });
}

function axis(start: number, end: number, span: number, height: number, hasTime: boolean): Markup {
  const y = height - 6;
  if (!hasTime) return markup`<text class="tick" x="0" y="${y}">no valid timestamps, in file order</text>`;
  if (span === 0) return markup`<text class="tick" x="0" y="${y}">${instant(start)}, in file order</text>`;
  const middle = start + span / 2;
  return markup`<text class="tick" x="0" y="${y}">${instant(start)}</text><text class="tick mid" x="50%" y="${y}" text-anchor="middle">${instant(middle)}</text><text class="tick" x="100%" y="${y}" text-anchor="end">${instant(end)}</text>`;
}

function instant(at: number): string {
  const text = new Date(at).toISOString();
  return `${text.slice(0, 10)} ${text.slice(11, 16)}Z`;
}

/** The text alternative to the picture; for a long chain, its first records. */
function table(records: readonly Entry[]): Markup {
  const most = 50;
  const rows = records
    .slice(0, most)
    .map(
      (one) =>
        markup`<tr><td>${one.index}</td><td>${shortened(one.timestamp, 40)}</td><td>${shortened(one.recordType, MAX_LABEL)}</td><td class="path">${shortened(one.recordId, 120)}</td><td>${shortened(stateOf(one), 120)}</td></tr>`,
    );
  const rest =
    records.length > most ? markup`<p class="muted">The first ${most} of ${thousands(records.length)}.</p>` : undefined;
  return markup`<details class="more"><summary>Records</summary><div class="scroll" role="region" aria-label="Records" tabindex="0"><table><thead><tr><th>#</th><th>time</th><th>type</th><th>id</th><th>state</th></tr></thead><tbody>${rows}</tbody></table></div>${rest}</details>`;
}
