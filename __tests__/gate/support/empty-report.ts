/** What a report of nothing says of its artifacts. */
export const EMPTY = {
  summary: {
    artifacts: 0,
    unrecognized: 0,
    verified: 0,
    failed: 0,
    warned: 0,
    records: 0,
    signatures: 0,
    findings: { errors: 0, warnings: 0, notices: 0 },
  },
  artifacts: [],
  unrecognized: [],
  requirements: [],
  findings: [],
};
