// The house rules of docs/architecture.md: no circle, and an arrow goes downward only. Types and dynamic imports count.
const only = (name, from, to) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { path: '^src/', pathNot: to },
});

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: 'no-circle', severity: 'error', from: {}, to: { circular: true } },
    only('engine-stands-alone', '^src/engine/', '^src/engine/'),
    only('files-on-engine', '^src/files/', '^src/(files|engine)/'),
    only('model-on-engine', '^src/model/', '^src/(model|engine)/'),
    only('discovery-on-engine', '^src/discovery/', '^src/(discovery|model|files|engine)/'),
    only('report-on-model', '^src/report/', '^src/(report|model|files|engine)/|^src/version'),
    only('gate-below-entry-points', '^src/gate/', '^src/(gate|report|discovery|model|files|engine)/|^src/version'),
    only('cli-without-action', '^src/cli/', '^src/(cli|gate|report|discovery|model|files|engine)/|^src/[a-z-]+\\.ts$'),
    only(
      'action-without-cli',
      '^src/action/',
      '^src/(action|gate|report|discovery|model|files|engine)/|^src/[a-z-]+\\.ts$',
    ),
    {
      name: 'kinds-do-not-reach-the-table',
      severity: 'error',
      from: { path: '^src/engine/(json|record|schema|signature|source)/' },
      to: { path: '^src/engine/(kinds/|verify\\.ts|index\\.ts)' },
    },
    {
      name: 'actions-toolkit-in-the-action-only',
      comment: '@actions/* prints to standard output on its own',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/action/' },
      to: { path: '@actions/' },
    },
    {
      name: 'commander-in-the-command-line-only',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/cli/' },
      to: { path: 'node_modules/commander' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    moduleSystems: ['es6', 'cjs'],
  },
};
