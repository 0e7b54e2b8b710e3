// The arrows of ARCHITECTURE.md. All are errors.
const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: from, pathNot: '\\.test\\.tsx?$' },
  to: { path: '^(packages|apps|tools|e2e)/', pathNot: [from, ...allowed] },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-undeclared-package',
      severity: 'error',
      from: { pathNot: '(\\.test\\.tsx?|\\.config\\.ts)$' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    only('domain-stands-alone', '^packages/domain/', []),
    only('contract-knows-domain', '^packages/contract/', ['^packages/domain/']),
    only('face-stands-alone', '^packages/face/', []),
    only('i18n-knows-names', '^packages/i18n/', [
      '^packages/domain/',
      '^packages/contract/src/problems\\.ts$',
      '^packages/contract/src/index\\.ts$',
    ]),
    only('certificate-knows-domain-and-words', '^packages/certificate/', ['^packages/domain/', '^packages/i18n/']),
    only('ui-knows-words', '^packages/ui/', ['^packages/i18n/', '^packages/domain/']),
    only('capture-knows-the-wire', '^packages/capture/', ['^packages/contract/', '^packages/domain/']),
    only('server-never-knows-the-screens', '^apps/server/', ['^packages/(domain|contract|face|certificate|i18n)/']),
    only('web-never-knows-the-server', '^apps/web/', [
      '^packages/(domain|contract|i18n|ui|capture)/',
      '^packages/certificate/src/',
    ]),
    only('console-never-knows-the-server', '^apps/console/', ['^packages/(domain|contract|i18n|ui|capture)/']),
    {
      name: 'testkit-is-for-tests',
      severity: 'error',
      from: { path: '^(packages|apps)/', pathNot: ['\\.test\\.tsx?$', '^packages/testkit/', '/testing/'] },
      to: { path: '^packages/testkit/' },
    },
    {
      name: 'feature-by-the-door',
      severity: 'error',
      from: { path: '^apps/server/src/features/([^/]+)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^apps/server/src/features/([^/]+)/', pathNot: ['^apps/server/src/features/$1/', '/index\\.ts$'] },
    },
    {
      name: 'platform-knows-no-feature',
      severity: 'error',
      from: { path: '^apps/server/src/platform/', pathNot: ['\\.test\\.ts$', '/testing/'] },
      to: { path: '^apps/server/src/features/' },
    },
    {
      name: 'store-at-home',
      severity: 'error',
      from: { path: '^apps/server/src/features/[^/]+/routes\\.ts$' },
      to: { path: '/store\\.ts$' },
    },
    {
      name: 'models-run-in-the-worker',
      severity: 'error',
      from: {
        path: '^(packages|apps)/',
        pathNot: ['^packages/face/src/worker\\.ts$', '\\.test\\.ts$', '^packages/testkit/'],
      },
      to: { path: 'onnxruntime-node', dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(/dist/|/node_modules/.*/node_modules/)' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
  },
};
