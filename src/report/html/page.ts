import { createHash } from 'node:crypto';
import { thousands } from '../../engine/text.js';
import type { ReportModel } from '../../model/report.js';
import { OUTCOME_WORDS } from '../common.js';
import { headline } from '../headline.js';
import { runFacts } from '../run-facts.js';
import { shortened } from '../sanitize.js';
import { lineageSection } from './lineage.js';
import { coordinate, type Markup, markup, SPRITE } from './markup.js';
import { SCRIPT } from './script.js';
import {
  artifactsSection,
  coverageSection,
  findingsSection,
  requirementsSection,
  signersSection,
  toolbar,
  trustSection,
} from './sections.js';
import { STYLE } from './style.js';
import { timelines } from './timeline.js';

/**
 * One page for people, in one file: nothing is loaded, and its content security policy allows nothing but its own style
 * sheet and its own script, by their hashes. So even a text that got past the escaping could not run, load or send
 * anything. Works from `file://`, without script, on a phone and on paper.
 */
export function html(model: ReportModel): string {
  const { report } = model;
  const policy = [
    "default-src 'none'",
    `style-src '${hash(STYLE)}'`,
    `script-src '${hash(SCRIPT)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const sections: readonly (readonly [string, string, Markup])[] = [
    ['findings', 'Findings', findingsSection(model)],
    ['artifacts', 'Artifacts', artifactsSection(model)],
    ['requirements', 'Requirements', requirementsSection(model)],
    ['coverage', 'Coverage', coverageSection(model)],
    ['timelines', 'Timelines', timelines(model)],
    ['lineage', 'Lineage', lineageSection(model)],
    ['signers', 'Signers', signersSection(model)],
    ['trust', 'Trust', trustSection(model)],
  ];
  const present = sections.filter(([, , section]) => section.text !== '');
  const title = `${OUTCOME_WORDS[report.outcome]} · Proof gate report`;
  // The raw parts are constants of ours; `</` occurs in neither of them.
  const page = markup`<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
`;
  const body = markup`${SPRITE}<a class="skip" href="#main">Skip to the report</a>
<header><div class="bar-top"><div class="wrap"><div class="brand"><svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="M12 2.5l7.5 3v6c0 4.6-3.1 8.3-7.5 10-4.4-1.7-7.5-5.4-7.5-10v-6z"/><path d="M8.6 12.2l2.4 2.4 4.6-5"/></svg>Proof gate</div>
<nav aria-label="Sections">${present.map(([id, name]) => markup`<a href="#${id}">${name}</a>`)}</nav>
<button id="theme" type="button" aria-label="Dark page" aria-pressed="false" hidden><svg viewBox="0 0 20 20" aria-hidden="true"><path d="M16.5 12.4A7 7 0 0 1 7.6 3.5a7 7 0 1 0 8.9 8.9z"/></svg></button></div></div>
${hero(model)}</header>
<main id="main" class="wrap">${toolbar(model)}
${present.map(([, , section]) => section)}</main>
<footer class="wrap">${footer(model)}</footer>
`;
  return `<!doctype html>\n<html lang="en">\n<head>\n${page.text}<style>${STYLE}</style>\n</head>\n<body>\n${body.text}<script>${SCRIPT}</script>\n</body>\n</html>\n`;
}

function hash(content: string): string {
  return `sha256-${createHash('sha256').update(content, 'utf8').digest('base64')}`;
}

function hero(model: ReportModel): Markup {
  const { report } = model;
  const symbol = { passed: 'ok', failed: 'bad', warned: 'warn' }[report.outcome];
  const { summary } = report;
  const tiles: readonly (readonly [string, number, string])[] = [
    ['Artifacts', summary.artifacts, ''],
    ['Verified', summary.verified, summary.verified > 0 ? 'ok' : ''],
    ...(summary.unrecognized === 0 ? [] : ([['Unrecognized files', summary.unrecognized, 'warn']] as const)),
    ['Failed', summary.failed, summary.failed > 0 ? 'bad' : ''],
    ['Records', summary.records, ''],
    ['Signatures', summary.signatures, ''],
    ['Errors', summary.findings.errors, summary.findings.errors > 0 ? 'bad' : ''],
    ['Warnings', summary.findings.warnings, summary.findings.warnings > 0 ? 'warn' : ''],
    ['Notices', summary.findings.notices, ''],
  ];
  return markup`<div class="hero ${report.outcome}"><div class="wrap"><div class="verdict"><svg viewBox="0 0 16 16" aria-hidden="true"><use href="#i-${symbol}"/></svg><div><h1>${OUTCOME_WORDS[report.outcome]}</h1><p>${headline(model, (text) => shortened(text, 1000))}</p></div></div>
${split(model)}
${runLine(model)}
<dl class="tiles">${tiles.map(([name, value, tone]) => tile(name, thousands(value), tone))}</dl></div></div>`;
}

/** Commit and CI run, linked. */
function runLine({ report }: ReportModel): Markup | undefined {
  const facts = runFacts(report);
  if (facts.length === 0) return undefined;
  const parts = facts.map(({ name, text, href }) => {
    const value = shortened(text, 200);
    return href === undefined
      ? markup`<span>${name} ${value}</span> `
      : markup`<span>${name} <a href="${href}">${value}</a></span> `;
  });
  return markup`<p class="run">${parts}</p>`;
}

function tile(name: string, value: string, tone: string): Markup {
  return markup`<div class="tile ${tone}"><dt>${name}</dt><dd class="${value.length > 6 ? 'long' : ''}">${value}</dd></div>`;
}

/** A bar of all artifacts by outcome. */
function split({ report: { summary } }: ReportModel): Markup | undefined {
  if (summary.artifacts === 0) return undefined;
  const parts = [
    ['ok', summary.verified - summary.warned],
    ['warn', summary.warned],
    ['bad', summary.failed],
  ] as const;
  let x = 0;
  const bars = parts.map(([tone, amount]) => {
    const width = (amount / summary.artifacts) * 100;
    const bar = markup`<rect class="${tone}" x="${coordinate(x)}%" width="${coordinate(width)}%" height="8"/>`;
    x += width;
    return bar;
  });
  const words = `${summary.verified - summary.warned} verified, ${summary.warned} verified with warnings, ${summary.failed} failed`;
  return markup`<svg class="split" width="100%" height="8" role="img" aria-label="${words}">${bars}</svg>`;
}

function footer({ report, now }: ReportModel): Markup {
  const policy = report.policy_sha256 === null ? 'No policy file' : `Policy sha256:${report.policy_sha256}`;
  return markup`<p>${report.tool.name} ${shortened(report.tool.version, 60)} · exit code ${report.exit_code}${now === undefined ? '' : ` · ${shortened(now, 40)}`}</p><p>${policy}. Self-contained: this page makes no network requests.</p>`;
}
