import type { ReportFile, ReportTrust } from '../model/report.js';

/** One line of the trust block: what it is about, and what holds. */
export type TrustLine = readonly [label: string, text: string];

const ORIGINS: Readonly<Record<ReportFile['origin'], string>> = {
  operator: 'named by the operator',
  pinned: 'pinned by its digest',
  base: 'from the base',
  workspace: 'from the checkout',
};
const SIGNATURE_ORIGINS: Readonly<Record<ReportTrust['signatures']['origin'], string>> = {
  operator: 'set by the operator',
  environment: 'set by the environment',
  policy: 'set by the policy',
  default: 'by default',
};
/** Most keys and files that one line lists. */
const LISTED = 10;

/** What a run relied on, a line each (trust.md section 10). Repeats names and paths: escape it for each output. */
export function trustLines(trust: ReportTrust): readonly TrustLine[] {
  const { policy, base, files, keys, environment, event } = trust;
  const lines: TrustLine[] = [
    ['policy', policy === null ? 'none' : `${policy.path}, ${ORIGINS[policy.origin]}, sha256 ${short(policy.sha256)}`],
    ['signatures', `${trust.signatures.mode}, ${SIGNATURE_ORIGINS[trust.signatures.origin]}`],
    [
      'keys',
      listed(
        keys,
        ({ id, name, origin }) => `${name === undefined ? short(id) : `${name} ${short(id)}`} (${ORIGINS[origin]})`,
      ),
    ],
  ];
  if (files.length > 0) {
    const file = ({ what, path, origin, sha256 }: ReportFile): string =>
      `${what} ${path} (${ORIGINS[origin]}, sha256 ${short(sha256)})`;
    lines.push(['files', listed(files, file)]);
  }
  if (base !== undefined) {
    lines.push(['base', base.branch === undefined ? base.commit : `${base.branch} at ${short(base.commit)}`]);
  }
  const started = event === undefined ? '' : ` (${event})`;
  lines.push(['under review', `${trust.under_review ? 'yes' : 'no'}${started}`]);
  if (environment.length > 0) lines.push(['environment', environment.join(', ')]);
  return lines;
}

function listed<T>(items: readonly T[], text: (item: T) => string): string {
  if (items.length === 0) return 'none';
  const more = items.length > LISTED ? ` and ${items.length - LISTED} more` : '';
  return `${items.slice(0, LISTED).map(text).join(', ')}${more}`;
}

/** Twelve digits of an id or digest; ids of cosign signers are names. */
function short(id: string): string {
  return id.length > 12 && /^[0-9a-f]+$/.test(id) ? id.slice(0, 12) : id;
}
