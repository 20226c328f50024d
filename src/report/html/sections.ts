import { createHash } from 'node:crypto';
import { type Finding, remedyOf } from '../../engine/findings.js';
import { count, cut, thousands } from '../../engine/text.js';
import type { ArtifactKind } from '../../engine/types.js';
import type { ReportArtifact, ReportCoverage, ReportModel } from '../../model/report.js';
import {
  byArtifact,
  byteSize,
  groupBy,
  KIND_NAMES,
  placeOf,
  SEVERITIES,
  type Signer,
  signersOf,
  titleOf,
  uncounted,
  unknownSigners,
  worstFirst,
} from '../common.js';
import { type FilePlace, filePlaces } from '../places.js';
import { shortened, sourceLink } from '../sanitize.js';
import { trustLines } from '../trust.js';
import { icon, Markup, markup } from './markup.js';

/** Number of rows that the browser lays out together, or not at all while they are out of view. */
const CHUNK = 50;
/** An artifact must not be able to fill the page with one message. */
const MAX_TEXT = 1000;
const SEVERITY_ICONS = { error: 'bad', warning: 'warn', notice: 'info' } as const;
const OUTCOME_ICONS = { verified: 'ok', warned: 'warn', failed: 'bad' } as const;

/** Findings by code, worst first: what it means and what to do once, then each place. */
export function findingsSection(model: ReportModel): Markup {
  const { report } = model;
  const artifacts = new Map(report.artifacts.map((one) => [one.path, one]));
  const groups = groupBy(worstFirst(report.findings), (one) => `${one.severity} ${one.code} ${one.remedy ?? ''}`);
  const more = uncounted(report);
  const placeIn = filePlaces(report);
  const empty = groups.size === 0 ? markup`<p class="card empty">${icon('ok')} No findings.</p>` : undefined;
  return markup`<section id="findings" aria-labelledby="h-findings"><h2 id="h-findings">Findings</h2>${empty}
${[...groups.values()].map((group) => findingGroup(model, group, artifacts, placeIn))}
<p class="none" hidden>No finding matches the filter.</p>
${more > 0 ? markup`<p class="muted">And ${count(more, 'finding')} more (limit 100 per artifact).</p>` : undefined}</section>`;
}

function findingGroup(
  model: ReportModel,
  group: readonly Finding[],
  artifacts: ReadonlyMap<string, ReportArtifact>,
  placeIn: (one: Finding) => FilePlace,
): Markup {
  const [first] = group;
  if (first === undefined) return markup``;
  const open = first.severity === 'error' ? new Markup(' open') : undefined;
  const rows = group.map((one) => {
    const artifact = artifacts.get(one.artifact);
    return markup`<li data-row="f" data-s="${one.severity}" data-o="${artifact?.outcome ?? ''}" data-k="${artifact?.kind ?? ''}"><div class="where">${place(model, one, placeIn(one))}</div><div class="what">${message(one.message)}${hint('record', one.record_id)}${hint('at', one.pointer)}</div></li>`;
  });
  return markup`<details class="card group s-${first.severity}" data-group${open}><summary>${icon(SEVERITY_ICONS[first.severity])}<span class="head"><span class="title">${shortened(titleOf(first), MAX_TEXT)}</span><code>${shortened(first.code, 200)}</code></span><span class="amount" data-total="${group.length}">${thousands(group.length)}</span></summary>
<p class="remedy"><b>What to do</b> ${message(remedyOf(first))}</p>${chunks(rows, 'rows')}</details>`;
}

/** A message with its back-ticked parts as code and digests as 12 digits; a click copies the full digest. */
function message(text: string): Markup {
  const parts = shortened(text, MAX_TEXT).split(/(`[^`]+`|\b[0-9a-f]{40,}\b)/);
  return markup`${parts.map((part, at) => {
    if (at % 2 === 0) return markup`${part}`;
    if (part.startsWith('`')) return markup`<code>${part.slice(1, -1)}</code>`;
    return markup`<code class="digest" title="${part}" data-copy="${part}">${part.slice(0, 12)}…</code>`;
  })}`;
}

function chunks(rows: readonly Markup[], name: string): Markup[] {
  const out: Markup[] = [];
  // A chunk out of view is assumed to be as tall as a full one, so a short list must not be one.
  const many = rows.length > 2 * CHUNK ? 'many ' : '';
  for (let at = 0; at < rows.length; at += CHUNK) {
    out.push(markup`<ul class="chunk ${many}${name}">${rows.slice(at, at + CHUNK)}</ul>`);
  }
  return out;
}

function place(model: ReportModel, one: Finding, { file, line }: FilePlace): Markup {
  if (file === undefined) return markup`<span class="muted">run</span>`;
  return linked(model, file, placeOf(one), line);
}

function linked(model: ReportModel, path: string, shown: string, line?: number): Markup {
  const link = sourceLink(model.sourceBase, path, line);
  const name = shortened(shown, MAX_TEXT);
  if (link === undefined) return markup`<span class="path">${name}</span>`;
  return markup`<a class="path" href="${link}" rel="noopener noreferrer">${name}</a>`;
}

function hint(label: string, value: string | undefined): Markup | undefined {
  if (value === undefined || value === '') return undefined;
  return markup` <span class="hint">${label} <code>${shortened(value, 300)}</code></span>`;
}

/** All artifacts, failed ones first. */
export function artifactsSection(model: ReportModel): Markup {
  const { report } = model;
  const rank = { failed: 0, warned: 1, verified: 2 };
  const sorted = [...report.artifacts].sort((a, b) => rank[a.outcome] - rank[b.outcome]);
  const found = byArtifact(report.findings);
  const unknown = new Set(unknownSigners(model).map(({ keyId }) => keyId));
  const strangers = groupBy(
    model.records.filter(({ claimedKeyId }) => claimedKeyId !== undefined && unknown.has(claimedKeyId)),
    ({ artifact }) => artifact,
  );
  const rows = sorted.map((one) => {
    const claimed = strangers.get(one.path)?.map(({ claimedKeyId = '' }) => claimedKeyId) ?? [];
    return artifactRow(model, one, found.get(one.path)?.length ?? 0, [...new Set(claimed)]);
  });
  const body =
    rows.length === 0
      ? markup`<p class="card empty">${icon('info')} No artifacts were found.</p>`
      : markup`<div class="card list">${chunks(rows, 'artifacts')}</div>`;
  return markup`<section id="artifacts" aria-labelledby="h-artifacts"><h2 id="h-artifacts">Artifacts</h2>${body}<p class="none" hidden>No artifact matches the filter.</p>${otherFiles(model)}</section>`;
}

/** Files that matched and count for nothing, closed by default. */
function otherFiles({ report }: ReportModel): Markup | undefined {
  const rows = [...report.unrecognized, ...(report.ignored ?? [])].map(
    ({ path, why }) =>
      markup`<li><div class="where"><span class="path">${shortened(path, MAX_TEXT)}</span></div><div class="what">${shortened(why, MAX_TEXT)}</div></li>`,
  );
  if (rows.length === 0) return undefined;
  return markup`<details class="card group"><summary>${icon('info')}<span class="head"><span class="title">Files that are not artifacts</span></span><span class="amount">${thousands(rows.length)}</span></summary>${chunks(rows, 'rows')}</details>`;
}

function artifactRow(model: ReportModel, one: ReportArtifact, found: number, unknown: readonly string[]): Markup {
  const names = one.signatures.key_ids.map((keyId) => model.signerNames.get(keyId) ?? cut(keyId, 13));
  const [stranger] = unknown;
  const facts: [string, string | undefined][] = [
    ['detected as', `${KIND_NAMES[one.kind]}: ${one.why}`],
    ['SHA-256', one.sha256 ?? 'not read completely'],
    ['head', one.head_hash === '' ? undefined : one.head_hash],
    ['signed by', names.length === 0 ? undefined : names.join(', ')],
    ['unknown signer', unknown.length === 0 ? undefined : unknown.join(', ')],
  ];
  const signed =
    stranger === undefined
      ? signedWords(model, one)
      : markup`<span title="${shortened(stranger, 200)}">unknown signer ${cut(stranger, 13)}</span>`;
  const more = one.more_findings === undefined ? '' : ` and ${thousands(one.more_findings)} more`;
  const findings =
    found === 0
      ? undefined
      : markup`<dt>findings</dt><dd><a href="#findings" data-find>${thousands(found)}${more}</a></dd>`;
  return markup`<li data-row="a" data-o="${one.outcome}" data-k="${one.kind}"><details><summary>${icon(OUTCOME_ICONS[one.outcome])}<span class="sr">${one.outcome} </span><span class="path">${shortened(one.path, MAX_TEXT)}</span><span class="facts"><span class="tag">${KIND_NAMES[one.kind]}</span><span>${count(one.records, 'record')}</span><span>${signed}</span><span>${byteSize(one.bytes)}</span></span></summary><dl>${facts
    .filter((fact): fact is [string, string] => fact[1] !== undefined)
    .map(
      ([name, value]) => markup`<dt>${name}</dt><dd>${shortened(value, MAX_TEXT)}</dd>`,
    )}${findings}${sourceRow(model, one)}</dl></details></li>`;
}

/** How an artifact is signed, without claims of keys that were not given. */
function signedWords(model: ReportModel, one: ReportArtifact): string {
  if (one.signatures.verified > 0) return count(one.signatures.verified, 'signature');
  if (one.sha256 === null || one.records === 0) return one.outcome === 'failed' ? 'not read' : '';
  const states = model.records.filter(({ artifact }) => artifact === one.path).map(({ signature }) => signature);
  if (states.includes('failed')) return 'signature not valid';
  return states.includes('unchecked') ? 'not checked' : 'not signed';
}

function sourceRow(model: ReportModel, one: ReportArtifact): Markup | undefined {
  if (sourceLink(model.sourceBase, one.path) === undefined) return undefined;
  return markup`<dt>source</dt><dd>${linked(model, one.path, one.path)}</dd>`;
}

/** What the policy asks for and whether it is there, what is missing first. */
export function requirementsSection({ report }: ReportModel): Markup {
  if (report.requirements.length === 0) return markup``;
  const rows = [...report.requirements]
    .sort((a, b) => Number(a.satisfied) - Number(b.satisfied))
    .map(
      (one) =>
        markup`<li>${icon(one.satisfied ? 'ok' : 'bad')}<span class="sr">${one.satisfied ? 'satisfied' : 'missing'} </span><div><span class="path">${shortened(one.id, MAX_TEXT)}</span>${one.detail === undefined ? undefined : markup`<p class="muted">${shortened(one.detail, MAX_TEXT)}</p>`}</div><span class="amount">${one.found} found, ${one.required} required</span></li>`,
    );
  const met = report.requirements.filter((one) => one.satisfied).length;
  return markup`<section id="requirements" aria-labelledby="h-requirements"><h2 id="h-requirements">Requirements <small>${met} of ${report.requirements.length} met</small></h2><ul class="card checks">${rows}</ul></section>`;
}

/** How far the records cover each framework. */
export function coverageSection({ report }: ReportModel): Markup {
  if (report.coverage === undefined || report.coverage.length === 0) return markup``;
  return markup`<section id="coverage" aria-labelledby="h-coverage"><h2 id="h-coverage">Framework coverage</h2><div class="grid">${report.coverage.map(framework)}</div></section>`;
}

function framework(one: ReportCoverage): Markup {
  const share = one.total === 0 ? 0 : one.covered / one.total;
  const percent = Math.floor(share * 100);
  const controls = [...one.controls]
    .sort((a, b) => Number(a.covered) - Number(b.covered))
    .map(
      (control) =>
        markup`<li>${icon(control.covered ? 'ok' : 'bad')}<span class="sr">${control.covered ? 'covered' : 'not covered'} </span><div><code>${shortened(control.id, 120)}</code> ${shortened(control.title, 300)}</div></li>`,
    );
  return markup`<article class="card framework"><h3>${shortened(one.title, 200)} <small>${shortened(one.version, 60)}</small></h3><p class="share"><b>${percent}%</b> ${one.covered} of ${one.total} controls covered</p><svg class="meter" width="100%" height="10" role="img" aria-label="${percent} percent covered"><rect class="meter-bed" width="100%" height="10" rx="5"/>${percent > 0 ? markup`<rect class="meter-fill ${percent === 100 ? 'full' : 'part'}" width="${percent}%" height="10" rx="5"/>` : undefined}</svg><details class="more"><summary>Controls</summary><ul class="checks">${controls}</ul></details></article>`;
}

/** What the run relied on, a line each. */
export function trustSection({ report }: ReportModel): Markup {
  const rows = trustLines(report.trust).map(
    ([label, text]) => markup`<tr><th scope="row">${label}</th><td>${text}</td></tr>`,
  );
  return markup`<section id="trust" aria-labelledby="h-trust"><h2 id="h-trust">Trust</h2><div class="card"><table><tbody>${rows}</tbody></table></div></section>`;
}

/** Keys whose signatures verified, with the names that the policy gives them. */
export function signersSection(model: ReportModel): Markup {
  const signers = signersOf(model);
  const unknown = unknownSigners(model);
  if (signers.length + unknown.length === 0) return markup``;
  const card = (one: Signer, unnamed: string): Markup =>
    markup`<li class="card signer">${keyPicture(one.keyId)}<div><b>${one.name === undefined ? unnamed : shortened(one.name, 200)}</b><code>${shortened(one.keyId, 200)}</code><span class="muted">${count(one.artifacts, 'artifact')}${one.records === 0 ? '' : `, ${count(one.records, 'record')}`}</span></div></li>`;
  const trusted =
    signers.length === 0
      ? undefined
      : markup`<ul class="grid signers">${signers.map((one) => card(one, 'unnamed key'))}</ul>`;
  const others =
    unknown.length === 0
      ? undefined
      : markup`<h3>Not trusted</h3><ul class="grid signers">${unknown.map((one) => card(one, 'unknown signer'))}</ul>`;
  return markup`<section id="signers" aria-labelledby="h-signers"><h2 id="h-signers">Signers</h2>${trusted}${others}</section>`;
}

/** A picture of a key ID: people notice a different key sooner than they read 64 digits. */
function keyPicture(keyId: string): Markup {
  const digest = createHash('sha256').update(keyId, 'utf8').digest();
  const cells: Markup[] = [];
  for (let y = 0; y < 5; y++) {
    for (let x = 0; x < 3; x++) {
      if (((digest[y * 3 + x] ?? 0) & 1) === 0) continue;
      for (const column of x === 2 ? [2] : [x, 4 - x]) {
        cells.push(markup`<rect x="${column * 8 + 4}" y="${y * 8 + 4}" width="8" height="8"/>`);
      }
    }
  }
  const hue = Math.round(((digest[20] ?? 0) / 255) * 359);
  return markup`<svg class="key-picture" width="48" height="48" viewBox="0 0 48 48" fill="hsl(${hue} 55% 50%)" aria-hidden="true">${cells}</svg>`;
}

/** Search, filters and how much of the report they leave; shown by the script, as without it they could do nothing. */
export function toolbar({ report }: ReportModel): Markup {
  const { summary } = report;
  const amounts = {
    error: summary.findings.errors,
    warning: summary.findings.warnings,
    notice: summary.findings.notices,
  };
  const chip = (
    group: string,
    value: string,
    label: string,
    amount: number,
    kind: 'ok' | 'bad' | 'warn' | 'info',
  ): Markup =>
    markup`<label class="chip c-${kind}"><input type="checkbox" data-filter="${group}" value="${value}"><span>${icon(kind)}${label} <b>${thousands(amount)}</b></span></label>`;
  const kinds = groupBy(report.artifacts, (one) => one.kind);
  const options = [...kinds].map(
    ([kind, artifacts]: [ArtifactKind, readonly ReportArtifact[]]) =>
      markup`<option value="${kind}">${KIND_NAMES[kind]} (${artifacts.length})</option>`,
  );
  return markup`<form class="toolbar" role="search" aria-label="Findings and artifacts" hidden>
<div class="search"><svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><circle cx="7" cy="7" r="4.5"/><path d="M10.5 10.5L14 14"/></svg><input type="search" id="q" placeholder="Search findings and artifacts" aria-label="Search findings and artifacts" autocomplete="off" spellcheck="false"><kbd aria-hidden="true">/</kbd></div>
<div class="chips"><fieldset><legend class="sr">Severity of findings</legend>${SEVERITIES.map((one) => chip('s', one, `${one}s`, amounts[one], SEVERITY_ICONS[one]))}</fieldset>
<fieldset><legend class="sr">Outcome of artifacts</legend>${chip('o', 'failed', 'failed', summary.failed, 'bad')}${chip('o', 'warned', 'warned', summary.warned, 'warn')}${chip('o', 'verified', 'verified', summary.verified - summary.warned, 'ok')}</fieldset>
<label class="kinds"><span class="sr">Kind of artifact</span><select id="kind"><option value="">all kinds</option>${options}</select></label><button type="button" id="clear" hidden>Clear</button></div>
<p class="result" role="status" id="result"></p></form>`;
}
