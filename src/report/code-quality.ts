import type { Finding } from '../engine/findings.js';
import type { ReportModel } from '../model/report.js';
import { fingerprints, titleOf } from './common.js';
import { repositoryPlaces } from './places.js';
import { jsonText, plain } from './sanitize.js';

/** GitLab rejects an entry without a path; findings of the whole run are placed at the policy. */
const RUN_PLACE = '.proof-policy.yml';

/**
 * GitLab Code Quality: the list of issues that its merge request widget reads. Two entries with one fingerprint would be
 * shown as one, so each has its own.
 */
export function codeQuality(model: ReportModel): string {
  const { report } = model;
  const prints = fingerprints(report.findings);
  const placeIn = repositoryPlaces(model);
  return jsonText(
    report.findings.map((one, index) => {
      const place = placeIn(one);
      return {
        type: 'issue',
        description: plain(
          `${titleOf(one)}: ${one.message}${one.entry === undefined ? '' : ` (in ${one.entry})`}${one.remedy === undefined ? '' : ` — ${one.remedy}`}`,
        ),
        check_name: plain(one.code),
        fingerprint: prints[index],
        severity: severity(one),
        categories: ['Security'],
        location: { path: place.file ?? RUN_PLACE, lines: { begin: place.line ?? 1 } },
      };
    }),
  );
}

function severity(one: Finding): 'info' | 'minor' | 'critical' | 'blocker' {
  if (one.severity === 'notice') return 'info';
  if (one.severity === 'warning') return 'minor';
  return one.exit_code === 2 || one.exit_code === 8 ? 'blocker' : 'critical';
}
