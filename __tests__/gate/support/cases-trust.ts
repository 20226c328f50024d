import type { Json, JsonObject } from '../../../src/engine/types.js';
import type { Case } from './cases.js';
import { type Art, at, DAY, HOUR, hashOf, KEYS, type Rec, RUN, record } from './world.js';

/* Situations of trust.md sections 5 to 7: each code raised and just not raised. */

const key = (who: keyof typeof KEYS, more: JsonObject = {}): JsonObject => ({
  name: who,
  public_key: KEYS[who].hex,
  ...more,
});
const KEYRING = { keys: [key('ci'), key('manager'), key('second')] };
const P = (more: JsonObject): Json => ({ version: 1, trust: KEYRING, ...more });
const signed = (value: JsonObject, who: keyof typeof KEYS = 'ci'): Rec => ({ value, key: who });
const files = (...records: readonly (Rec | JsonObject)[]): Art[] =>
  records.map((one, i) => ({ path: `${i}.json`, records: [one] }));

const target = record('deployment', { environment: 'production' }, { record_id: 'dep' });
const HASH = hashOf(target);
const TARGET = signed(target);
const by = (more: JsonObject = {}, policy: JsonObject = {}): Json =>
  P({
    approvals: [
      {
        id: 'production',
        when: { properties: { record_type: { const: 'deployment' } } },
        by: ['manager', 'second'],
        ...more,
      },
    ],
    ...policy,
  });
let serial = 0;
const say = (event: JsonObject, who: keyof typeof KEYS = 'manager', hours = 1, more: JsonObject = {}): Rec => {
  serial++;
  const timestamp = at(-hours * HOUR);
  return signed(
    record('approval', { record_hash: HASH, ...event }, { record_id: `say-${serial}`, timestamp, ...more }),
    who,
  );
};
const yes = (who: keyof typeof KEYS = 'manager', hours = 1, more: JsonObject = {}): Rec =>
  say({ verdict: 'approve' }, who, hours, more);
const no = (who: keyof typeof KEYS = 'manager', hours = 1): Rec => say({ verdict: 'reject' }, who, hours);
const DENIED = ['approval.denied'];
const REQUIRED = ['approval.required'];
const UNTRUSTED = ['approval.untrusted'];

const wordCases = (): Case[] => [
  ...['approve', 'LGTM', ' Granted ', 'yes', 'true', 'passed'].map(
    (word): Case => ({
      name: `word: verdict ${word} approves`,
      policy: by(),
      arts: files(TARGET, say({ verdict: word })),
      exit: 0,
    }),
  ),
  ...['maybe', 'aprove', 'ship it', 'approve?', 'noted', ''].map(
    (word): Case => ({
      name: `word: verdict ${JSON.stringify(word)} approves nothing`,
      policy: by(),
      arts: files(TARGET, say({ verdict: word })),
      exit: 4,
      codes: REQUIRED,
    }),
  ),
  {
    name: 'word: none at all',
    policy: by(),
    arts: files(TARGET, say({ comment: 'fine by me' })),
    exit: 4,
    codes: REQUIRED,
  },
  { name: 'word: decision alone', policy: by(), arts: files(TARGET, say({ decision: 'accepted' })), exit: 0 },
  { name: 'word: approved true alone', policy: by(), arts: files(TARGET, say({ approved: true })), exit: 0 },
  { name: 'word: status alone', policy: by(), arts: files(TARGET, say({ status: 'Approved' })), exit: 0 },
  {
    name: 'word: a neutral status alone',
    policy: by(),
    arts: files(TARGET, say({ status: 'completed' })),
    exit: 4,
    codes: REQUIRED,
  },
  {
    name: 'word: a neutral status next to a verdict',
    policy: by(),
    arts: files(TARGET, say({ verdict: 'approve', status: 'completed' })),
    exit: 0,
  },
  {
    name: 'word: a status that denies next to a verdict',
    policy: by(),
    arts: files(TARGET, say({ verdict: 'approve', status: 'rejected' })),
    exit: 4,
    codes: DENIED,
  },
  {
    name: 'word: a state that waits next to a verdict',
    policy: by(),
    arts: files(TARGET, say({ verdict: 'approve', state: 'pending' })),
    exit: 4,
    codes: REQUIRED,
  },
  {
    name: 'word: verdict and decision disagree',
    policy: by(),
    arts: files(TARGET, say({ verdict: 'approve', decision: 'later' })),
    exit: 4,
    codes: REQUIRED,
  },
  ...['denied', 'revoked', 'withdrawn'].flatMap((flag): Case[] => [
    {
      name: `word: ${flag} true`,
      policy: by(),
      arts: files(TARGET, say({ verdict: 'approve', [flag]: true })),
      exit: 4,
      codes: DENIED,
    },
    {
      name: `word: ${flag} false`,
      policy: by(),
      arts: files(TARGET, say({ verdict: 'approve', [flag]: false })),
      exit: 0,
    },
  ]),
];

const newestCases = (): Case[] => [
  {
    name: 'newest: approved, then denied',
    policy: by(),
    arts: files(TARGET, yes('manager', 2), no('manager', 1)),
    exit: 4,
    codes: DENIED,
  },
  {
    name: 'newest: denied, then approved',
    policy: by(),
    arts: files(TARGET, no('manager', 2), yes('manager', 1)),
    exit: 0,
  },
  {
    name: 'newest: approved, then pending',
    policy: by(),
    arts: files(TARGET, yes('manager', 2), say({ verdict: 'pending' }, 'manager', 1)),
    exit: 4,
    codes: REQUIRED,
  },
  {
    name: 'newest: approved, then a record without a word',
    policy: by(),
    arts: files(TARGET, yes('manager', 2), say({ comment: 'hm' }, 'manager', 1)),
    exit: 0,
  },
  {
    name: 'newest: an approval that expired takes the older one with it',
    policy: by(),
    arts: files(TARGET, yes('manager', 3), say({ verdict: 'approve', expires_at: at(-HOUR) }, 'manager', 2)),
    exit: 4,
    codes: ['approval.expired'],
  },
  {
    name: 'newest: an approval renewed after it expired',
    policy: by(),
    arts: files(TARGET, say({ verdict: 'approve', expires_at: at(-HOUR) }, 'manager', 3), yes('manager', 2)),
    exit: 0,
  },
  {
    name: 'newest: one person with two keys has one newest word',
    policy: by({}, { trust: { keys: [key('ci'), key('manager'), { ...key('second'), name: 'manager' }] } }),
    arts: files(TARGET, no('manager', 2), yes('second', 1)),
    exit: 0,
    // `by` names a signer that is gone: the policy says so when it is loaded.
  },
  {
    name: 'veto: one approves and another denies',
    policy: by(),
    arts: files(TARGET, yes('manager'), no('second')),
    exit: 4,
    codes: DENIED,
  },
  {
    name: 'veto: an older denial of another still blocks',
    policy: by(),
    arts: files(TARGET, no('second', 50), yes('manager', 1)),
    exit: 4,
    codes: DENIED,
  },
  { name: 'veto: off', policy: by({ veto: false }), arts: files(TARGET, yes('manager'), no('second')), exit: 0 },
  {
    name: 'veto: off, and nobody approves',
    policy: by({ veto: false }),
    arts: files(TARGET, no('second')),
    exit: 4,
    codes: REQUIRED,
  },
  {
    name: 'veto: off, approved by the one who then denied',
    policy: by({ veto: false }),
    arts: files(TARGET, yes('manager', 2), no('manager', 1)),
    exit: 4,
    codes: REQUIRED,
  },
  {
    name: 'veto: of a signer who is not an approver',
    policy: by({ by: ['manager'] }),
    arts: files(TARGET, yes('manager'), no('second')),
    exit: 0,
  },
  {
    name: 'veto: of the signer of the record',
    policy: by({ by: ['manager', 'ci'] }),
    arts: files(TARGET, yes('manager'), no('ci')),
    exit: 0,
  },
  {
    name: 'veto: of the signer of the record, where that one may approve',
    policy: by({ by: ['manager', 'ci'], self_approval: 'allow' }),
    arts: files(TARGET, yes('manager'), no('ci')),
    exit: 4,
    codes: DENIED,
  },
  {
    name: 'veto: of a signer whom nobody trusts',
    policy: by(),
    arts: files(TARGET, yes('manager'), no('evil')),
    exit: 2,
    codes: ['trust.untrusted_key'],
  },
  { name: 'veto: not signed', policy: by(), arts: files(TARGET, yes('manager'), (no() as Rec).value), exit: 0 },
  {
    name: 'veto: by the id alone',
    policy: by(),
    arts: files(TARGET, yes('manager'), signed(record('approval', { verdict: 'deny', record_id: 'dep' }), 'second')),
    exit: 4,
    codes: DENIED,
  },
  {
    name: 'veto: about another content under the same id',
    policy: by(),
    arts: files(
      TARGET,
      yes('manager'),
      signed(record('approval', { verdict: 'deny', record_id: 'dep', record_hash: 'f'.repeat(64) }), 'second'),
    ),
    exit: 0,
  },
  {
    name: 'veto: a denial never becomes too old',
    policy: by({ max_age: '12h' }),
    arts: files(TARGET, yes('manager'), no('second', 48)),
    exit: 4,
    codes: DENIED,
  },
  {
    name: 'pending: of another approver blocks nothing',
    policy: by(),
    arts: files(TARGET, yes('manager'), say({ state: 'pending' }, 'second')),
    exit: 0,
  },
];

const selfCases = (): Case[] => {
  const anybody = P({
    approvals: [{ id: 'production', when: { properties: { record_type: { const: 'deployment' } } } }],
  });
  const chain = (whole: readonly (keyof typeof KEYS)[], ...records: Rec[]): Art => ({
    path: 'chain.json',
    kind: 'chain',
    records,
    linked: false,
    whole: whole.map((who) => KEYS[who].id),
    keyIds: whole.map((who) => KEYS[who].id),
  });
  const asking = record('tool_invocation', { verdict: 'require_approval' });
  const about = (value: JsonObject, who: keyof typeof KEYS): Rec =>
    signed(record('approval', { verdict: 'approve', record_hash: hashOf(value) }), who);
  const plain = (rec: Rec): Rec => ({ value: rec.value });
  return [
    {
      name: 'self: the signer of the record, where anybody may approve',
      policy: anybody,
      arts: files(TARGET, yes('ci')),
      exit: 4,
      codes: UNTRUSTED,
    },
    {
      name: 'self: another signer, where anybody may approve',
      policy: anybody,
      arts: files(TARGET, yes('manager')),
      exit: 0,
    },
    {
      name: 'self: allowed',
      policy: by({ by: ['ci'], self_approval: 'allow' }),
      arts: files(TARGET, yes('ci')),
      exit: 0,
    },
    {
      name: 'self: does not count for min',
      policy: by({ by: ['ci', 'manager'], min: 2 }),
      arts: files(TARGET, yes('ci'), yes('manager')),
      exit: 4,
      codes: UNTRUSTED,
    },
    {
      name: 'self: built in',
      policy: P({}),
      arts: files(signed(asking), about(asking, 'ci')),
      exit: 4,
      codes: UNTRUSTED,
    },
    {
      name: 'self: built in, by another',
      policy: P({}),
      arts: files(signed(asking), about(asking, 'manager')),
      exit: 0,
    },
    {
      name: 'self: by a second key of the same person',
      policy: by(
        { by: ['ci', 'manager'] },
        { trust: { keys: [key('ci'), { ...key('second'), name: 'ci' }, key('manager')] } },
      ),
      arts: files(TARGET, yes('second')),
      exit: 4,
      codes: UNTRUSTED,
    },
    {
      name: 'self: an unsigned record in a chain, approved by who signed the chain',
      policy: by({ by: ['manager'] }),
      arts: [chain(['manager'], plain(TARGET)), ...files(yes('manager'))],
      exit: 4,
      codes: UNTRUSTED,
    },
    {
      name: 'self: an unsigned record in a chain, approved by another',
      policy: by({ by: ['manager'] }),
      arts: [chain(['ci'], plain(TARGET)), ...files(yes('manager'))],
      exit: 0,
    },
    {
      name: 'chain: an unsigned approval in a chain that the approver signed',
      policy: by({ by: ['manager'] }),
      arts: [chain(['manager'], plain(yes())), ...files(TARGET)],
      exit: 0,
    },
    {
      name: 'chain: an unsigned approval in a chain that another signed',
      policy: by({ by: ['manager'] }),
      arts: [chain(['ci'], plain(yes())), ...files(TARGET)],
      exit: 4,
      codes: UNTRUSTED,
    },
    {
      name: 'chain: an unsigned approval in a chain of a signer who may not approve',
      policy: by(
        { by: ['manager'] },
        { trust: { keys: [key('ci'), key('manager', { record_types: ['deployment'] })] } },
      ),
      arts: [chain(['manager'], plain(yes())), ...files(TARGET)],
      exit: 2,
      codes: ['approval.untrusted', 'trust.key_scope'],
    },
    {
      name: 'unsigned: an approval without a signature',
      policy: by(),
      arts: files(TARGET, plain(yes())),
      exit: 4,
      codes: UNTRUSTED,
    },
    {
      name: 'unsigned: an approval whose signature was not checked',
      policy: by(),
      arts: files(TARGET, { ...yes(), signature: 'unchecked' }),
      exit: 4,
      codes: UNTRUSTED,
    },
    {
      name: 'min: two approvers of two',
      policy: by({ min: 2 }),
      arts: files(TARGET, yes('manager'), yes('second')),
      exit: 0,
    },
    {
      name: 'min: one approver twice',
      policy: by({ min: 2 }),
      arts: files(TARGET, yes('manager', 2), yes('manager', 1)),
      exit: 4,
      codes: REQUIRED,
    },
    {
      name: 'max_age: counts to now',
      policy: by({ max_age: '12h' }),
      arts: files(TARGET, yes('manager', 12)),
      exit: 0,
    },
    {
      name: 'max_age: an hour more',
      policy: by({ max_age: '12h' }),
      arts: files(TARGET, yes('manager', 13)),
      exit: 4,
      codes: ['approval.expired'],
    },
  ];
};

const requirementCases = (): Case[] => {
  const need = (test_result: Json): Json => P({ require: { record_types: { test_result } } });
  const run = (event: JsonObject): Rec => signed(record('test_result', event));
  const SHORT = ['require.record_type'];
  const counted = (name: string, event: JsonObject, counts: boolean, demand: Json = 1): Case => ({
    name: `require: ${name}`,
    policy: need(demand),
    arts: files(run(event)),
    exit: counts ? 0 : 3,
    ...(counts ? {} : { codes: SHORT }),
  });
  const e2e = { where: { properties: { event: { properties: { suite: { const: 'e2e' } }, required: ['suite'] } } } };
  const approval = (event: JsonObject, rec: Partial<Rec> = {}): Rec => ({
    ...signed(record('approval', event)),
    ...rec,
  });
  const needApproval = P({ require: { record_types: { approval: 1 } } });
  return [
    ...['pass', 'Passed', 'SUCCESS', 'succeeded', ' ok ', 'true'].map((word) =>
      counted(`outcome ${word}`, { outcome: word }, true),
    ),
    ...['skipped', 'failed', 'error', 'unknown', 'passing', '', 'green'].map((word) =>
      counted(`outcome ${JSON.stringify(word)} does not count`, { outcome: word }, false),
    ),
    counted('result true', { result: true }, true),
    counted('result false', { result: false }, false),
    counted('status alone', { status: 'success' }, true),
    counted('outcome and status disagree', { outcome: 'passed', status: 'failed' }, false),
    counted('an outcome of null next to a status', { outcome: null, status: 'passed' }, false),
    counted('no outcome at all', { name: 'unit' }, false),
    counted('a verdict is not an outcome', { verdict: 'passed' }, false),
    counted('where: the suite that is asked for', { suite: 'e2e', outcome: 'passed' }, true, e2e),
    counted('where: another suite', { suite: 'unit', outcome: 'passed' }, false, e2e),
    counted('where: an outcome of its own', { suite: 'e2e', conclusion: 'success' }, true, e2e),
    counted('where: a test that failed never counts', { suite: 'e2e', outcome: 'failed' }, false, e2e),
    counted('where: no such member', { outcome: 'passed' }, false, e2e),
    counted('min of two, one', { outcome: 'passed' }, false, { min: 2 }),
    {
      name: 'require: unique, two runs of one test',
      policy: need({ min: 2, unique: '/event/test' }),
      arts: files(run({ test: 'a', outcome: 'passed' }), run({ test: 'a', outcome: 'passed' })),
      exit: 3,
      codes: SHORT,
    },
    {
      name: 'require: unique, two tests',
      policy: need({ min: 2, unique: '/event/test' }),
      arts: files(run({ test: 'a', outcome: 'passed' }), run({ test: 'b', outcome: 'passed' })),
      exit: 0,
    },
    {
      name: 'require: unique, long values that differ at their end',
      policy: need({ min: 2, unique: '/event/test' }),
      arts: files(
        run({ test: `${'a'.repeat(99)}1`, outcome: 'passed' }),
        run({ test: `${'a'.repeat(99)}2`, outcome: 'passed' }),
      ),
      exit: 0,
    },
    {
      name: 'require: unique, a record without the member',
      policy: need({ min: 1, unique: '/event/test' }),
      arts: files(run({ outcome: 'passed' })),
      exit: 3,
      codes: SHORT,
    },
    {
      name: 'require: an approval that approves',
      policy: needApproval,
      arts: files(approval({ verdict: 'approve' })),
      exit: 0,
    },
    {
      name: 'require: an approval that denies',
      policy: needApproval,
      arts: files(approval({ verdict: 'deny' })),
      exit: 3,
      codes: SHORT,
    },
    {
      name: 'require: an approval without a word',
      policy: needApproval,
      arts: files(approval({})),
      exit: 3,
      codes: SHORT,
    },
    {
      name: 'require: an approval that expired',
      policy: needApproval,
      arts: files(approval({ verdict: 'approve', expires_at: at(0) })),
      exit: 3,
      codes: SHORT,
    },
    {
      name: 'require: an approval without a signature',
      policy: needApproval,
      arts: files(record('approval', { verdict: 'approve' })),
      exit: 3,
      codes: SHORT,
    },
    ...(
      [
        ['its signer denies later', { verdict: 'deny', record_id: 'x' }, -1, 'ci', false],
        ['its signer waits later', { status: 'pending', record_id: 'x' }, -1, 'ci', false],
        ['its signer denied before', { verdict: 'deny', record_id: 'x' }, -3, 'ci', true],
        ['its signer denies another record', { verdict: 'deny', record_id: 'y' }, -1, 'ci', true],
        ['somebody else denies', { verdict: 'deny', record_id: 'x' }, -1, 'manager', true],
      ] as const
    ).map(
      ([name, event, hours, who, counts]): Case => ({
        name: `require: an approval that ${name}`,
        policy: P({
          trust: KEYRING,
          require: { record_types: { approval: 1 } },
        }),
        arts: files(
          signed(record('approval', { verdict: 'approve', record_id: 'x' }, { timestamp: at(-2 * HOUR) })),
          signed(record('approval', event, { record_id: 'later', timestamp: at(hours * HOUR) }), who),
        ),
        exit: counts ? 0 : 3,
        ...(counts ? {} : { codes: SHORT }),
      }),
    ),
    {
      name: 'require: another type by its presence',
      policy: P({ require: { record_types: { incident: 1 } } }),
      arts: files(signed(record('incident'))),
      exit: 0,
    },
  ];
};

const bindCases = (): Case[] => {
  const [head, merge] = RUN.commits as [string, string];
  const other = '9'.repeat(40);
  const bind = (more: JsonObject = {}): Json =>
    P({ bind: { commit: ['/event/commit', '/metadata/git_commit'], ...more } });
  const repository = P({ bind: { repository: ['/event/repository'] } });
  const one = (event: JsonObject, more: JsonObject = {}): Art[] => files(signed(record('deployment', event, more)));
  const reference = (relationship: JsonObject): Art[] => one({}, { relationship });
  const MISMATCH = ['bind.commit_mismatch'];
  const commit = (id: string): JsonObject => ({ kind: 'git.commit', id });
  return [
    { name: 'bind: nothing asks for it', policy: P({}), arts: one({ commit: other }), exit: 0 },
    { name: 'bind: the head', policy: bind(), arts: one({ commit: head }), exit: 0 },
    { name: 'bind: the merge', policy: bind(), arts: one({ commit: merge }), exit: 0 },
    {
      name: 'bind: in capitals',
      policy: bind(),
      run: { commits: ['ab'.repeat(20)] },
      arts: one({ commit: 'AB'.repeat(20) }),
      exit: 0,
    },
    { name: 'bind: another commit', policy: bind(), arts: one({ commit: other }), exit: 3, codes: MISMATCH },
    {
      name: 'bind: an abbreviated commit',
      policy: bind(),
      arts: one({ commit: head.slice(0, 12) }),
      exit: 3,
      codes: MISMATCH,
    },
    { name: 'bind: the second place', policy: bind(), arts: one({}, { metadata: { git_commit: head } }), exit: 0 },
    {
      name: 'bind: two places that disagree',
      policy: bind(),
      arts: one({ commit: head }, { metadata: { git_commit: other } }),
      exit: 3,
      codes: MISMATCH,
    },
    { name: 'bind: a value that is not text', policy: bind(), arts: one({ commit: [head] }), exit: 3, codes: MISMATCH },
    { name: 'bind: no place', policy: bind(), arts: one({}), exit: 3, codes: ['bind.missing'] },
    { name: 'bind: an empty place', policy: bind(), arts: one({ commit: '' }), exit: 3, codes: ['bind.missing'] },
    { name: 'bind: a reference', policy: bind(), arts: reference({ entity_refs: [commit(head)] }), exit: 0 },
    { name: 'bind: a parent reference', policy: bind(), arts: reference({ parent_ref: commit(head) }), exit: 0 },
    {
      name: 'bind: the end of an edge',
      policy: bind(),
      arts: reference({ edges: [{ kind: 'targets', from: { kind: 'agent', id: 'a' }, to: commit(merge) }] }),
      exit: 0,
    },
    {
      name: 'bind: a reference to another commit',
      policy: bind(),
      arts: reference({ entity_refs: [commit(head), commit(other)] }),
      exit: 3,
      codes: MISMATCH,
    },
    {
      name: 'bind: a reference of another kind',
      policy: bind(),
      arts: reference({ entity_refs: [{ kind: 'git.tree', id: head }] }),
      exit: 3,
      codes: ['bind.missing'],
    },
    {
      name: 'bind: a member that no hash covers',
      policy: P({ bind: { commit: ['/commit'] } }),
      arts: files(signed({ ...record('deployment'), commit: head })),
      exit: 3,
      codes: ['bind.missing'],
    },
    {
      name: 'bind: types it is not about',
      policy: bind({ record_types: ['test_result'] }),
      arts: one({ commit: other }),
      exit: 0,
    },
    {
      name: 'bind: types it is about',
      policy: bind({ record_types: ['deployment'] }),
      arts: one({ commit: other }),
      exit: 3,
      codes: MISMATCH,
    },
    {
      name: 'bind: an ancestor',
      policy: bind({ ancestors: 'allow' }),
      run: { ancestors: new Set([other]) },
      arts: one({ commit: other }),
      exit: 0,
    },
    {
      name: 'bind: a commit of another history',
      policy: bind({ ancestors: 'allow' }),
      arts: one({ commit: other }),
      exit: 3,
      codes: MISMATCH,
    },
    {
      name: 'bind: a run without a commit',
      policy: bind(),
      run: { commits: [] },
      arts: one({ commit: head }),
      exit: 6,
      codes: ['bind.unknown'],
    },
    {
      name: 'bind: evidence of another commit satisfies nothing',
      policy: P({ bind: { commit: ['/event/commit'] }, require: { record_types: { deployment: 1 } } }),
      arts: one({ commit: other }),
      exit: 3,
      codes: ['bind.commit_mismatch', 'require.record_type'],
    },
    {
      name: 'bind: an unverified record is not asked',
      policy: bind(),
      arts: files({ value: record('deployment', { commit: other }), key: 'ci', ok: false }),
      exit: 2,
    },
    ...[
      'acme/app',
      'ACME/App',
      'https://github.com/acme/app',
      'https://github.com/acme/app.git/',
      'git@github.com:acme/app.git',
    ].map(
      (name): Case => ({
        name: `bind: the repository as ${name}`,
        policy: repository,
        arts: one({ repository: name }),
        exit: 0,
      }),
    ),
    ...['acme/other', 'app', 'evil/acme/app', 'https://evil.example/acme/app', 'git@evil.example:acme/app.git'].map(
      (name): Case => ({
        name: `bind: another repository, ${name}`,
        policy: repository,
        arts: one({ repository: name }),
        exit: 3,
        codes: ['bind.repository_mismatch'],
      }),
    ),
    { name: 'bind: no repository', policy: repository, arts: one({}), exit: 3, codes: ['bind.missing'] },
    {
      name: 'bind: a run without a repository',
      policy: repository,
      run: { repository: undefined as unknown as string },
      arts: one({ repository: 'acme/app' }),
      exit: 6,
      codes: ['bind.unknown'],
    },
    ...(
      [
        ['the commit of the run', head, 0],
        ['the other commit of the run', merge, 0],
        ['another commit', other, 3],
      ] as const
    ).map(
      ([name, value, exit]): Case => ({
        name: `$run: ${name}`,
        policy: P({
          rules: [
            {
              id: 'this',
              must: {
                properties: { event: { properties: { commit: { const: { $run: 'commit' } } }, required: ['commit'] } },
              },
            },
          ],
        }),
        arts: one({ commit: value }),
        exit,
        ...(exit === 0 ? {} : { codes: ['rule.this'] }),
      }),
    ),
  ];
};

const waiverCases = (): Case[] => {
  const rules = [
    { id: 'staging', must: { properties: { event: { properties: { environment: { const: 'staging' } } } } } },
  ];
  const except = (more: JsonObject, policy: JsonObject = {}): Json =>
    P({ rules, exceptions: [{ code: 'rule.staging', until: at(HOUR), reason: 'agreed', ...more }], ...policy });
  const RULE = ['rule.staging'];
  const stale = { freshness: { max_age: '1d' }, require: { record_types: { deployment: 1 } } };
  const old = signed(record('deployment', {}, { timestamp: at(-2 * DAY) }));
  return [
    { name: 'exception: for the rule', policy: except({}), arts: files(TARGET), exit: 0, notices: RULE },
    {
      name: 'exception: for the record',
      policy: except({ record_id: 'dep' }),
      arts: files(TARGET),
      exit: 0,
      notices: RULE,
    },
    {
      name: 'exception: for the artifact',
      policy: except({ artifact: '0.json' }),
      arts: files(TARGET),
      exit: 0,
      notices: RULE,
    },
    {
      name: 'exception: for another record',
      policy: except({ record_id: 'dep-2' }),
      arts: files(TARGET),
      exit: 3,
      codes: RULE,
    },
    {
      name: 'exception: for another artifact',
      policy: except({ artifact: '1.json' }),
      arts: files(TARGET),
      exit: 3,
      codes: RULE,
    },
    {
      name: 'exception: a second before its end',
      policy: except({ until: at(1000) }),
      arts: files(TARGET),
      exit: 0,
      notices: RULE,
    },
    { name: 'exception: at its end', policy: except({ until: at(0) }), arts: files(TARGET), exit: 3, codes: RULE },
    {
      name: 'exception: the record counts for nothing all the same',
      policy: except({}, { require: { record_types: { deployment: 1 } } }),
      arts: files(TARGET),
      exit: 3,
      codes: ['require.record_type'],
      notices: RULE,
    },
    {
      name: 'exception: another finding on the record stays',
      policy: except(
        {},
        {
          rules: [
            ...rules,
            { id: 'never', must: false, when: { properties: { record_type: { const: 'deployment' } } } },
          ],
        },
      ),
      arts: files(TARGET),
      exit: 3,
      codes: ['rule.never'],
      notices: RULE,
    },
    {
      name: 'exception: without it a stale record counts for nothing',
      policy: P(stale),
      arts: files(old),
      exit: 3,
      codes: ['freshness.stale', 'require.record_type'],
    },
    {
      name: 'exception: a stale record that is accepted counts for nothing all the same',
      policy: P({ ...stale, exceptions: [{ code: 'freshness.stale', until: at(HOUR), reason: 'x' }] }),
      arts: files(old),
      exit: 3,
      codes: ['require.record_type'],
      notices: ['freshness.stale'],
    },
    {
      name: 'exception: a signer out of scope is accepted and counts for nothing',
      policy: {
        version: 1,
        trust: { keys: [key('ci', { record_types: ['approval'] })] },
        require: { record_types: { decision: 1 } },
        exceptions: [{ code: 'trust.key_scope', until: at(HOUR), reason: 'x' }],
      },
      arts: files(signed(record('decision'))),
      exit: 3,
      codes: ['require.record_type'],
      notices: ['trust.key_scope'],
    },
    {
      name: 'exception: for an approval that is missing',
      policy: by({}, { exceptions: [{ code: 'approval.required', record_id: 'dep', until: at(HOUR), reason: 'x' }] }),
      arts: files(TARGET),
      exit: 0,
      notices: REQUIRED,
    },
    {
      name: 'exception: for a missing approval is not one for a denial',
      policy: by({}, { exceptions: [{ code: 'approval.required', record_id: 'dep', until: at(HOUR), reason: 'x' }] }),
      arts: files(TARGET, no()),
      exit: 4,
      codes: DENIED,
    },
    {
      name: 'severity: a rule as a warning',
      policy: P({ rules, severity: { 'rule.staging': 'warning' } }),
      arts: files(TARGET),
      exit: 0,
      warnings: RULE,
    },
    {
      name: 'severity: an unknown record type as an error',
      policy: P({
        require: { record_types: {} },
        rules: [{ id: 'r', when: { properties: { record_type: { const: 'deploymnt' } } }, must: false }],
        severity: { 'policy.unknown_record_type': 'error' },
      }),
      arts: files(TARGET),
      exit: 6,
      codes: ['policy.unknown_record_type'],
    },
    {
      name: 'severity: an approval by id as an error',
      policy: by({ binding: 'id' }, { severity: { 'approval.bound_by_id': 'error' } }),
      arts: files(TARGET, signed(record('approval', { verdict: 'approve', record_id: 'dep' }), 'manager')),
      exit: 4,
      codes: ['approval.bound_by_id'],
    },
    {
      name: 'severity: a record that a rule only warns of counts',
      policy: P({ rules, severity: { 'rule.staging': 'warning' }, require: { record_types: { deployment: 1 } } }),
      arts: files(TARGET),
      exit: 0,
      warnings: RULE,
    },
    {
      name: 'types: a built-in one',
      policy: P({ rules: [{ id: 'r', when: { properties: { record_type: { const: 'incident' } } }, must: false }] }),
      arts: files(TARGET),
      exit: 0,
    },
    {
      name: 'types: one that nobody knows',
      policy: P({ rules: [{ id: 'r', when: { properties: { record_type: { const: 'deploymnt' } } }, must: false }] }),
      arts: files(TARGET),
      exit: 0,
      warnings: ['policy.unknown_record_type'],
    },
    {
      name: 'types: one that a verified record has',
      policy: P({ rules: [{ id: 'r', when: { properties: { record_type: { const: 'acme.scan' } } }, must: true }] }),
      arts: files(signed(record('acme.scan'))),
      exit: 0,
    },
  ];
};

const timeCases = (): Case[] => {
  const dated = (offset: number): Art[] => files(signed(record('decision', {}, { timestamp: at(offset) })));
  const FUTURE = ['freshness.future'];
  return [
    { name: 'future: within the skew, without any policy', arts: dated(300_000), exit: 0 },
    { name: 'future: past the skew, without any policy', arts: dated(301_000), exit: 3, codes: FUTURE },
    {
      name: 'future: past the skew, without a freshness section',
      policy: P({}),
      arts: dated(301_000),
      exit: 3,
      codes: FUTURE,
    },
  ];
};

const driftCases = (): Case[] => {
  const tests = (outcomes: Readonly<Record<string, string>>) => ({
    version: 1 as const,
    chains: [],
    record_types: {},
    frameworks: {},
    signers: [KEYS.ci.id],
    tests: outcomes,
  });
  const run = (name: string, outcome: string): Art[] => files(signed(record('test_result', { name, outcome })));
  const drift = (name: string, before: string, arts: readonly Art[], codes?: readonly string[]): Case => ({
    name: `drift: ${name}`,
    baseline: tests({ unit: before }),
    arts,
    exit: codes === undefined ? 0 : 5,
    ...(codes === undefined ? {} : { codes }),
  });
  return [
    drift('a test passes again', 'passed', run('unit', 'passed')),
    drift('a test fails now', 'passed', run('unit', 'failed'), ['drift.test_regressed']),
    drift('a test is skipped now', 'passed', run('unit', 'skipped'), ['drift.test_skipped']),
    drift('a test is missing now', 'passed', run('other', 'passed'), ['drift.test_missing']),
    drift('a test that failed is missing now', 'failed', run('other', 'passed')),
    drift('a test that was skipped is skipped again', 'skipped', run('unit', 'skipped')),
    drift(
      'one member says passed and another failed',
      'passed',
      files(signed(record('test_result', { name: 'unit', outcome: 'passed', status: 'failed' }))),
      ['drift.test_regressed'],
    ),
  ];
};

export const trustAndRequirementCases = (): Case[] => [
  ...wordCases(),
  ...newestCases(),
  ...selfCases(),
  ...requirementCases(),
  ...bindCases(),
  ...waiverCases(),
  ...timeCases(),
  ...driftCases(),
];
