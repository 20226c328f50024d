export const id = 289;
export const ids = [289];
export const modules = {

/***/ 4289:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkPin: () => (/* binding */ checkPin),
  loadPolicy: () => (/* binding */ loadPolicy)
});

// EXTERNAL MODULE: ./src/engine/digest.ts
var digest = __webpack_require__(8996);
// EXTERNAL MODULE: ./src/engine/findings.ts
var engine_findings = __webpack_require__(8166);
// EXTERNAL MODULE: ./src/engine/json/members.ts
var members = __webpack_require__(9606);
// EXTERNAL MODULE: ./src/engine/json/pointer.ts
var json_pointer = __webpack_require__(5684);
// EXTERNAL MODULE: ./src/engine/nearest.ts
var nearest = __webpack_require__(480);
// EXTERNAL MODULE: ./src/engine/text.ts
var engine_text = __webpack_require__(1655);
// EXTERNAL MODULE: ./src/gate/config/frameworks/catalogues.ts + 1 modules
var catalogues = __webpack_require__(7008);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./src/gate/config/schemas.ts
var schemas = __webpack_require__(3806);
;// CONCATENATED MODULE: ./src/gate/config/yaml.ts

/**
 * Parses one YAML 1.2 document. The parser creates an Error for each mistake; for a broken file of 256 KB most time and memory
 * would go into their stack traces: seconds and 600 MB.
 * @param uniqueKeys compare each member name with all before it.
 */
function parseYaml(text, lineCounter, uniqueKeys) {
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    try {
        return (0,dist/* parseDocument */.Tp)(text, { lineCounter, prettyErrors: false, strict: true, uniqueKeys });
    }
    finally {
        Error.stackTraceLimit = stackTraceLimit;
    }
}
/**
 * Where YAML text first nests deeper than `limit`, 1-based; `undefined` when it never does. A text or number inside
 * counts too. Uses the first half of the parser, which keeps a stack of its own. The second half recurses: it survives
 * a stack overflow, but a regular expression that is compiled at that point does not, and crashes the process.
 */
function tooDeepAt(text, limit) {
    const parser = new dist/* Parser */.iX();
    for (const lexeme of new dist/* Lexer */.JG().lex(text)) {
        // The tokens read so far are not needed here.
        for (const _ of parser.next(lexeme))
            ;
        // At the bottom is the document.
        if (parser.stack.length > limit + 1) {
            const before = text.slice(0, parser.offset);
            return { line: before.split('\n').length, column: before.length - before.lastIndexOf('\n') };
        }
    }
    return undefined;
}

// EXTERNAL MODULE: ./src/gate/config/frameworks/framework.ts
var frameworks_framework = __webpack_require__(1290);
;// CONCATENATED MODULE: ./src/gate/config/frameworks/parse.ts




/** Most UTF-16 code units of a framework file; the largest built-in one has 15,000. */
const MAX_FRAMEWORK_LENGTH = 1024 * 1024;
/** Most uses of YAML anchors: a few lines of nested ones expand to gigabytes. */
const MAX_ALIASES = 100;
/** Deepest nesting of a framework; honest ones have a level or two for each control inside a control. */
const MAX_FRAMEWORK_DEPTH = 200;
/**
 * Reads a framework from YAML 1.2 or JSON text and validates it against `framework-definition` (schemas.md). Problems come with
 * their line. Never throws, whatever the text contains.
 */
function parseFramework(text, name) {
    const refuse = (message) => ({
        ok: false,
        problems: [{ code: 'framework.invalid', message, name, pointer: '' }],
    });
    if (text.length > MAX_FRAMEWORK_LENGTH)
        return refuse(`the framework is longer than ${MAX_FRAMEWORK_LENGTH} characters`);
    if (tooDeepAt(text, MAX_FRAMEWORK_DEPTH) !== undefined)
        return refuse('the framework is nested too deeply');
    try {
        return read(text, name);
    }
    catch (error) {
        // nested deeper than the stack, or more aliases than allowed
        if (error instanceof RangeError || error instanceof ReferenceError) {
            return refuse('the framework is nested too deeply or repeats too much');
        }
        throw error;
    }
}
function read(text, name) {
    const lines = new dist/* LineCounter */.HN();
    const document = parseYaml(text, lines, true);
    // an unknown tag is only a warning to the parser, but the value after it is not what its author meant
    const faults = [...document.errors, ...document.warnings];
    // The parser catches its own stack overflow and reports it level by level, at places that depend on the stack.
    if (faults.some(({ code }) => code === 'RESOURCE_EXHAUSTION'))
        throw new RangeError('nested too deeply');
    if (faults.length > 0) {
        const problems = faults.slice(0, 100).map(({ message, pos }) => {
            const { line, col: column } = lines.linePos(pos[0]);
            return { code: 'framework.invalid', message: firstLine(message), name, pointer: '', line, column };
        });
        return { ok: false, problems };
    }
    const value = document.toJS({ maxAliasCount: MAX_ALIASES });
    const found = (0,schemas/* validateDocument */.m)('framework-definition', value).map(({ pointer, message }) => ({ pointer, message }));
    if (found.length === 0)
        found.push(...repeatedIds(value));
    if (found.length === 0)
        return { ok: true, framework: value };
    const problems = found.map(({ pointer, message }) => {
        const problem = { code: 'framework.invalid', message, name, pointer };
        const offset = offsetOf(document, pointer);
        if (offset === undefined)
            return problem;
        const { line, col: column } = lines.linePos(offset);
        return { ...problem, line, column };
    });
    return { ok: false, problems };
}
/** A requirement names a control by its id, so an id must be unique. */
function repeatedIds({ controls }) {
    const seen = new Set();
    const repeated = new Set();
    for (const { id } of (0,frameworks_framework/* allControls */.i)(controls)) {
        if (seen.has(id))
            repeated.add(id);
        seen.add(id);
    }
    return [...repeated].map((id) => ({
        pointer: '/controls',
        message: `two controls have the id ${JSON.stringify(id)}`,
    }));
}
/** Where a member starts; when it is not in the text, where its nearest parent does. */
function offsetOf(document, pointer) {
    const path = pointer
        .split('/')
        .slice(1)
        .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
    for (let length = path.length; length >= 0; length -= 1) {
        const node = document.getIn(path.slice(0, length), true);
        if ((0,dist/* isNode */.Ll)(node) && node.range)
            return node.range[0];
    }
    return undefined;
}
/** A quoted text may contain a line break. */
function firstLine(text) {
    return text.replace(/\n.*/s, '');
}

;// CONCATENATED MODULE: ./src/gate/config/policy/document.ts



/** Most bytes of a policy file; real ones have a few thousand, and the parser takes 20 s for the worst megabyte. */
const MAX_POLICY_BYTES = 256 * 1024;
/** Deepest nesting of a policy, more than any schema inside it needs. */
const MAX_POLICY_DEPTH = 100;
/** Deepest nesting that is parsed at all, so that the mistake can be explained. */
const PARSED_DEPTH = 2 * MAX_POLICY_DEPTH;
/** Most mistakes reported at once. */
const MAX_MISTAKES = 100;
const refuse = (message) => ({ ok: false, mistakes: [{ message }] });
/**
 * Reads YAML 1.2 or JSON bytes. Rejects more than `MAX_POLICY_BYTES`, text that is not UTF-8, several documents, anchors and
 * aliases (a few lines of them expand to gigabytes, and what a reviewer reads is not what is meant), tags, member names
 * that are duplicates or not strings, nesting deeper than 100. Never throws.
 */
function readPolicyDocument(bytes) {
    if (bytes.length > MAX_POLICY_BYTES) {
        return refuse(`the policy has ${bytes.length} bytes, limit ${MAX_POLICY_BYTES}`);
    }
    let text;
    try {
        text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch {
        return refuse('the policy is not UTF-8 text');
    }
    const position = tooDeepAt(text, PARSED_DEPTH);
    if (position !== undefined)
        return { ok: false, mistakes: [{ message: 'the policy is nested too deeply', position }] };
    return parse(text);
}
function parse(text) {
    const lines = new dist/* LineCounter */.HN();
    // The parser compares each member name with all before it; the walk below does it in linear time.
    const document = parseYaml(text, lines, false);
    const at = (offset) => {
        const { line, col } = lines.linePos(offset);
        return { line: Math.max(line, 1), column: Math.max(col, 1) };
    };
    const mistakes = [...document.errors, ...document.warnings]
        .slice(0, MAX_MISTAKES)
        .map(({ message, pos }) => ({ message: `not valid YAML: ${message}`, position: at(pos[0]) }));
    if (mistakes.length === 0) {
        walk(document.contents, (message, offset) => {
            if (mistakes.length < MAX_MISTAKES)
                mistakes.push({ message, position: at(offset) });
        });
    }
    if (mistakes.length > 0)
        return { ok: false, mistakes };
    const value = (document.toJS() ?? null);
    const positionOf = (pointer) => {
        const offset = document_offsetOf(document.contents, pointer);
        return offset === undefined ? undefined : at(offset);
    };
    const rangeOf = (pointer) => {
        const node = document.getIn(pointerParts(pointer), true);
        return (0,dist/* isNode */.Ll)(node) && node.range ? [node.range[0], node.range[1]] : undefined;
    };
    return { ok: true, document: { value, positionOf, rangeOf } };
}
/** Checks every node for what JSON does not have: anchors, aliases, names that are duplicates or not strings. */
function walk(root, tell) {
    const open = [[root, 0]];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
        const [node, depth] = next;
        if (!(0,dist/* isNode */.Ll)(node))
            continue;
        const offset = startOf(node);
        if ((0,dist/* isAlias */.Vj)(node) || node.anchor !== undefined) {
            tell('anchors and aliases are not allowed in a policy: write the value out', offset);
            continue;
        }
        if (depth > MAX_POLICY_DEPTH) {
            tell(`the policy is nested deeper than ${MAX_POLICY_DEPTH}`, offset);
            continue;
        }
        if ((0,dist/* isScalar */.jn)(node)) {
            if (typeof node.value === 'number' && !Number.isFinite(node.value))
                tell('not a finite number', offset);
        }
        else if ((0,dist/* isSeq */.oP)(node)) {
            for (const item of node.items.toReversed())
                open.push([item, depth + 1]);
        }
        else {
            const seen = new Set();
            for (const { key } of node.items) {
                if (!(0,dist/* isScalar */.jn)(key) || typeof key.value !== 'string') {
                    tell('a member name must be a string', startOf(key, offset));
                    continue;
                }
                if (key.anchor !== undefined)
                    tell('anchors are not allowed in a policy', startOf(key));
                if (seen.has(key.value)) {
                    tell(`the member ${(0,engine_text/* quote */.hD)(key.value)} occurs twice`, startOf(key));
                }
                seen.add(key.value);
            }
            for (const { value } of node.items.toReversed())
                open.push([value, depth + 1]);
        }
    }
}
function pointerParts(pointer) {
    const parts = pointer.split('/').slice(1);
    return parts.map((part) => (/^\d+$/.test(part) ? Number(part) : part.replaceAll('~1', '/').replaceAll('~0', '~')));
}
/** Offset of a member's name, of a list item, or of its nearest parent. */
function document_offsetOf(root, pointer) {
    if (root === null)
        return undefined;
    let node = root;
    let offset = startOf(root);
    for (const part of pointer.split('/').slice(1)) {
        const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
        if ((0,dist/* isMap */.jh)(node)) {
            const pair = node.items.find(({ key }) => (0,dist/* isScalar */.jn)(key) && key.value === name);
            if (pair === undefined)
                return offset;
            offset = startOf(pair.key, offset);
            node = pair.value;
        }
        else if ((0,dist/* isSeq */.oP)(node)) {
            node = node.items[Number(name)];
            offset = startOf(node, offset);
        }
        else
            return offset;
    }
    return offset;
}
/** Where a node begins; `fallback` for what is not in the text, such as a value that was left out. */
function startOf(node, fallback = 0) {
    return ((0,dist/* isNode */.Ll)(node) ? node.range?.[0] : undefined) ?? fallback;
}

// EXTERNAL MODULE: ./src/engine/signature/key-forms.ts
var key_forms = __webpack_require__(3334);
// EXTERNAL MODULE: ./src/engine/signature/keys.ts + 1 modules
var keys = __webpack_require__(3113);
// EXTERNAL MODULE: ./src/gate/config/policy/reading.ts
var reading = __webpack_require__(8221);
;// CONCATENATED MODULE: ./src/gate/config/policy/keys.ts



/** A key has a few lines, perhaps with comments. */
const MAX_KEY_FILE_BYTES = 16 * 1024;
/**
 * Reads `trust.keys`: each key as text or from its file, checked once (hardening 18). A key under two names is refused,
 * because one signer would count as two approvers; several keys under one name are one signer that changes keys.
 */
async function readKeys(entries, scopeOf, raise, read) {
    const made = [];
    const names = new Map();
    for (const [i, entry] of entries.entries()) {
        const pointer = `/trust/keys/${i}`;
        const name = entry['name'];
        const scope = scopeOf(entry, pointer);
        const given = await readKey(entry['public_key'], read);
        if (!given.ok) {
            const code = given.code === 'key.invalid' ? 'policy.invalid' : given.code;
            raise(code, `key ${JSON.stringify(name)}: ${given.message}`, `${pointer}/public_key`);
            continue;
        }
        if (given.key.weak) {
            // Harmless, since no signature verifies with it, but never what the author of a policy meant.
            raise('policy.invalid', `key ${JSON.stringify(name)}: not a usable Ed25519 public key`, `${pointer}/public_key`);
            continue;
        }
        const other = names.get(given.key.id);
        if (other !== undefined) {
            const what = other === name ? 'is listed twice' : `has the same public key as ${JSON.stringify(other)}`;
            raise('policy.invalid', `key ${JSON.stringify(name)} ${what}`, `${pointer}/public_key`);
            continue;
        }
        names.set(given.key.id, name);
        made.push({
            name,
            key: { ...given.key, name },
            ...scope,
            ...(given.file === undefined ? {} : { file: given.file }),
        });
    }
    return made;
}
/** A key as text, or a file with one. */
async function readKey(value, read) {
    let source = (0,reading/* policySource */.IQ)(value);
    if (typeof value === 'string') {
        const given = (0,keys/* parsePublicKey */.e)(value, 'gate');
        if (given.ok || (0,key_forms/* looksLikeKey */.z)(value))
            return given;
        source = { file: value.trim() };
    }
    if ('inline' in source)
        return (0,keys/* parsePublicKey */.e)(Buffer.from(source.inline).toString('utf8'), 'gate');
    const file = await read(source, { what: 'public key file', unreadable: 'policy.invalid' });
    if (!file.ok)
        return file;
    if (file.bytes.length > MAX_KEY_FILE_BYTES)
        return { ok: false, code: 'key.invalid', message: 'the key file is too large' };
    const parsed = (0,keys/* parsePublicKey */.e)(Buffer.from(file.bytes).toString('utf8'), 'gate');
    return parsed.ok ? { ...parsed, file: source.file } : parsed;
}

// EXTERNAL MODULE: ./src/engine/schema/registry.ts + 2 modules
var registry = __webpack_require__(2334);
;// CONCATENATED MODULE: ./src/gate/config/policy/known-members.ts


let root;
/** Names that the published policy schema knows in the object at a JSON pointer: candidates for a misspelt member. */
function knownMembers(pointer) {
    root ??= JSON.parse((0,registry/* schemaText */.tk)('gate-policy-v1') ?? '{}');
    let level = expand(root);
    for (const part of pointer.split('/').slice(1)) {
        level = level.flatMap((schema) => childrenAt(schema, part)).flatMap(expand);
    }
    const names = new Set();
    for (const { properties } of level)
        if ((0,members/* isObject */.Gv)(properties))
            for (const name of Object.keys(properties))
                names.add(name);
    return [...names];
}
/** Members have their names, the items of a list their numbers; no schema of policies has both. */
function childrenAt(schema, name) {
    const { properties, items, additionalProperties } = schema;
    if ((0,members/* isObject */.Gv)(properties) && Object.hasOwn(properties, name))
        return [properties[name]].filter(members/* isObject */.Gv);
    return [items, additionalProperties].filter(members/* isObject */.Gv);
}
/** A schema with the ones that apply as well: its reference and its alternatives. */
function expand(schema) {
    const reference = schema['$ref'];
    const definitions = root?.['definitions'];
    if (typeof reference === 'string' && (0,members/* isObject */.Gv)(definitions)) {
        return [definitions[reference.slice('#/definitions/'.length)]].filter(members/* isObject */.Gv).flatMap(expand);
    }
    return [schema, ...[schema['then'], schema['else']].filter(members/* isObject */.Gv).flatMap(expand)];
}

// EXTERNAL MODULE: ./src/engine/time.ts
var time = __webpack_require__(1813);
// EXTERNAL MODULE: ./src/gate/config/policy/model.ts
var model = __webpack_require__(6876);
;// CONCATENATED MODULE: ./src/gate/config/policy/members.ts



/* Members of a policy that satisfies its schema. */
/** What a duration looks like. */
const DURATION = 'a duration such as 90d, 72h, 5m, 30s or 2w';
/** The last part of a JSON pointer. */
const lastPart = (pointer) => pointer.slice(pointer.lastIndexOf('/') + 1);
/** A JSON pointer as people write members: `rules[0].must`. */
const dotted = (pointer) => pointer
    .slice(1)
    .replaceAll(/\/(\d+)/g, '[$1]')
    .replaceAll('/', '.');
/** An object member; an empty one when it is absent. */
function objectAt(holder, name) {
    const value = (0,members/* member */.Dc)(holder, name);
    return (0,members/* isObject */.Gv)(value) ? value : {};
}
/** A list member; an empty one when it is absent. */
function listAt(holder, name) {
    const value = (0,members/* member */.Dc)(holder, name);
    return Array.isArray(value) ? value : [];
}
/** A duration in milliseconds, raised when it is not one. */
function duration(holder, name, pointer, raise) {
    const text = holder[name];
    if (typeof text !== 'string')
        return undefined;
    const ms = (0,model/* parsePolicyDuration */.Qg)(text);
    if (ms === undefined)
        raise('policy.invalid', `${dotted(pointer)}.${name} must be ${DURATION}, at most 100 years`, `${pointer}/${name}`);
    return ms;
}
/** An instant in epoch milliseconds, raised when it is not one. */
function instantAt(holder, name, pointer, raise) {
    const text = holder[name];
    if (typeof text !== 'string')
        return undefined;
    const at = (0,time/* parseInstant */.nV)(text)?.epochMs;
    if (at === undefined)
        raise('policy.invalid', `${name} must be an RFC 3339 instant`, `${pointer}/${name}`);
    return at;
}
/** What one trusted signer may sign. */
function scopeOf(entry, pointer, raise) {
    const notBefore = instantAt(entry, 'not_before', pointer, raise);
    const notAfter = instantAt(entry, 'not_after', pointer, raise);
    return {
        ...(notBefore === undefined ? {} : { notBefore }),
        ...(notAfter === undefined ? {} : { notAfter }),
        ...(entry['record_types'] === undefined ? {} : { recordTypes: entry['record_types'] }),
        ...(entry['source_products'] === undefined
            ? {}
            : { sourceProducts: entry['source_products'] }),
    };
}

// EXTERNAL MODULE: ./src/gate/config/policy/rules.ts + 1 modules
var rules = __webpack_require__(7354);
// EXTERNAL MODULE: ./src/gate/config/policy/waivable.ts
var waivable = __webpack_require__(934);
;// CONCATENATED MODULE: ./src/gate/config/policy/sections.ts







/** `freshness`. */
function readFreshness(freshness, raise) {
    const maxAgeMs = duration(freshness, 'max_age', '/freshness', raise);
    const clockSkewMs = duration(freshness, 'clock_skew', '/freshness', raise) ?? model/* DEFAULT_CLOCK_SKEW_MS */.h1;
    return maxAgeMs === undefined ? { clockSkewMs } : { maxAgeMs, clockSkewMs };
}
/** `trust.revocation`. */
function readRevocation(revocation, raise) {
    const maxAgeMs = duration(revocation, 'max_age', '/trust/revocation', raise);
    const createdAfter = instantAt(revocation, 'created_after', '/trust/revocation', raise);
    return {
        retroactive: revocation['retroactive'] === true,
        ...(maxAgeMs === undefined ? {} : { maxAgeMs }),
        ...(createdAfter === undefined ? {} : { createdAfter }),
    };
}
/** `require.record_types`. */
function readRecordTypes(types, placeOf) {
    return Object.entries(types).map(([type, value]) => {
        const at = placeOf(`/require/record_types${(0,json_pointer/* pointerPart */.x$)(type)}`);
        if (typeof value === 'number')
            return { type, min: value, ...at };
        const { min = 1, where, unique, } = value;
        return { type, min, ...(where === undefined ? {} : { where }), ...(unique === undefined ? {} : { unique }), ...at };
    });
}
/** `bind`. */
function readBind(value) {
    if (value === undefined)
        return undefined;
    const bind = value;
    const pointers = (name) => bind[name] === undefined ? undefined : bind[name];
    const [recordTypes, commit, repository] = ['record_types', 'commit', 'repository'].map(pointers);
    return {
        ...(recordTypes === undefined ? {} : { recordTypes }),
        ...(commit === undefined ? {} : { commit }),
        ...(repository === undefined ? {} : { repository }),
        ancestors: bind['ancestors'] === 'allow',
    };
}
/** `rules`. */
function readRules(entries, placeOf) {
    return entries.map((entry, i) => ({
        id: entry['id'],
        must: entry['must'],
        ...(entry['when'] === undefined ? {} : { when: entry['when'] }),
        ...(entry['message'] === undefined ? {} : { message: entry['message'] }),
        ...placeOf(`/rules/${i}`),
    }));
}
/** `approvals`, in either form. */
function readApprovals(value, raise, placeOf) {
    const short = Array.isArray(value);
    const object = (short || value === undefined ? {} : value);
    const entries = (short ? value : listAt(object, 'rules'));
    const rules = entries.map((entry, i) => {
        const pointer = short ? `/approvals/${i}` : `/approvals/rules/${i}`;
        const maxAgeMs = duration(entry, 'max_age', pointer, raise);
        return {
            id: entry['id'],
            min: entry['min'] ?? 1,
            binding: entry['binding'] === 'id' ? 'id' : 'digest',
            selfApproval: entry['self_approval'] === 'allow',
            veto: entry['veto'] !== false,
            ...(entry['when'] === undefined ? {} : { when: entry['when'] }),
            ...(entry['by'] === undefined ? {} : { by: entry['by'] }),
            ...(maxAgeMs === undefined ? {} : { maxAgeMs }),
            ...placeOf(pointer),
        };
    });
    return { builtin: object['builtin'] !== false, rules };
}
/** `exceptions`: each for a demand of this policy, with an expiry. */
function readExceptions(entries, rules, raise, placeOf) {
    return entries.flatMap((entry, i) => {
        const pointer = `/exceptions/${i}`;
        const code = codeOf(entry['code'], `${pointer}/code`, rules, raise);
        const until = instantAt(entry, 'until', pointer, raise);
        if (code === undefined || until === undefined)
            return [];
        if (!(0,waivable/* isWaivable */.u)(code)) {
            raise('policy.invalid', `${code} cannot have an exception: ${ONLY_DEMANDS}`, `${pointer}/code`);
            return [];
        }
        return [
            {
                code,
                until,
                reason: entry['reason'],
                ...(entry['artifact'] === undefined ? {} : { artifact: entry['artifact'] }),
                ...(entry['record_id'] === undefined ? {} : { recordId: entry['record_id'] }),
                ...placeOf(pointer),
            },
        ];
    });
}
/** `severity`: any finding can be raised to an error, only demands of this policy can be lowered. */
function readSeverity(entries, rules, raise) {
    const made = new Map();
    for (const [name, level] of Object.entries(entries)) {
        const pointer = `/severity${(0,json_pointer/* pointerPart */.x$)(name)}`;
        const code = codeOf(name, pointer, rules, raise);
        if (code === undefined)
            continue;
        if (level === 'warning' && (0,engine_findings/* ruleOf */.Y)(code).severity === 'error' && !(0,waivable/* isWaivable */.u)(code)) {
            raise('policy.invalid', `${code} cannot be lowered to a warning: ${ONLY_DEMANDS}`, pointer);
        }
        else
            made.set(code, level);
    }
    return made;
}
const ONLY_DEMANDS = 'only what the policy itself demands can be waived, not what verification finds';
function codeOf(name, pointer, rules, raise) {
    const known = [
        ...Object.keys(engine_findings/* FINDINGS */.TG).filter((code) => code !== 'rule.failed'),
        ...rules.map(({ id }) => `rule.${id}`),
    ];
    if (known.includes(name))
        return name;
    raise('policy.invalid', `unknown finding code ${(0,engine_text/* quote */.hD)(name)}${(0,nearest/* didYouMean */.a)(name, known)}`, pointer);
    return undefined;
}

;// CONCATENATED MODULE: ./src/gate/config/policy/unsatisfiable.ts



/** Demands of a policy that no evidence can ever meet: almost always a mistake, so `policy check` reports them (gate.md). */
function unsatisfiable(policy) {
    const found = [];
    const add = (message, pointer) => void found.push({ message, pointer });
    const { keys, cosign, minSigners, signatures } = policy.trust;
    for (const [i, key] of keys.entries())
        emptyWindow(key, `/trust/keys/${i}`, add);
    for (const [i, key] of cosign.entries())
        emptyWindow(key, `/trust/cosign/${i}`, add);
    const signers = [...keys, ...cosign];
    const names = new Set(signers.map(({ name }) => name));
    if (minSigners !== undefined && minSigners > names.size && names.size > 0) {
        add(`min_signers is ${minSigners} but only ${names.size === 1 ? '1 signer is' : `${names.size} signers are`} trusted`, '/trust/min_signers');
    }
    if (minSigners !== undefined && signatures === 'off') {
        add('min_signers needs signatures: required', '/trust/min_signers');
    }
    for (const { type } of policy.require.recordTypes) {
        if (signatures === 'off' || signers.length === 0)
            continue;
        if (signers.every(({ recordTypes }) => recordTypes !== undefined && !recordTypes.includes(type))) {
            add(`${type} records are required but no trusted signer may sign them`, `/require/record_types${(0,json_pointer/* pointerPart */.x$)(type)}`);
        }
    }
    policy.require.frameworks.forEach(({ framework, controls }, i) => {
        const known = [...(0,frameworks_framework/* allControls */.i)(framework.controls)].map(({ id }) => id);
        controls?.forEach((control, j) => {
            if (known.includes(control))
                return;
            const hint = (0,nearest/* didYouMean */.a)(control, known);
            add(`${framework.framework.id} has no control ${JSON.stringify(control)}${hint}`, `/require/frameworks/${i}/controls/${j}`);
        });
    });
    policy.rules.forEach(({ id, when, must }, i) => {
        if (must === false && (when === undefined || when === true))
            add(`rule ${id} refuses every record`, `/rules/${i}/must`);
    });
    for (const [i, rule] of policy.approvals.rules.entries()) {
        approvals(rule, `/approvals/rules/${i}`, signers, names, signatures, add);
    }
    return found;
}
function emptyWindow({ name, notBefore, notAfter }, pointer, add) {
    if ((notAfter ?? Number.POSITIVE_INFINITY) < (notBefore ?? Number.NEGATIVE_INFINITY)) {
        add(`the window of key ${JSON.stringify(name)} ends before it begins`, `${pointer}/not_after`);
    }
}
function approvals({ id, by, min }, pointer, signers, names, signatures, add) {
    if (signatures === 'off') {
        add(`approval ${id} needs signatures, which are not checked`, by === undefined ? pointer : `${pointer}/by`);
        return;
    }
    if (by === undefined)
        return;
    by.forEach((name, i) => {
        if (names.has(name))
            return;
        add(`approver ${JSON.stringify(name)} of approval ${id} is not in trust.keys${(0,nearest/* didYouMean */.a)(name, names)}`, `${pointer}/by/${i}`);
    });
    const able = new Set(signers
        .filter(({ name, recordTypes }) => by.includes(name) && (recordTypes?.includes('approval') ?? true))
        .map(({ name }) => name));
    if (able.size === 0 && by.every((name) => names.has(name))) {
        add(`none of the approvers of ${id} may sign approval records`, `${pointer}/by`);
    }
    else if (able.size < min && by.every((name) => names.has(name))) {
        add(`approval ${id} needs ${min} signers but names ${able.size} who may approve`, `${pointer}/by`);
    }
}

;// CONCATENATED MODULE: ./src/gate/config/policy/load.ts

















/**
 * Reads and validates a gate policy (gate.md; `schemas/v1/gate-policy-v1.schema.json`) from its bytes.
 * Errors, each with its line: `policy.invalid`, `key.weak`, `key.invalid`, `framework.invalid` (6), what `read` returns for
 * files (`path.escape` 8, `dependency.missing` 7 …). Warnings: `policy.unsatisfiable`. Never throws for what a policy holds.
 * @param name path to show.
 */
async function loadPolicy(bytes, name, read) {
    const sha256 = (0,digest/* sha256Hex */.fg)(bytes);
    const parsed = readPolicyDocument(bytes);
    if (!parsed.ok) {
        const findings = parsed.mistakes.map(({ message, position }) => (0,engine_findings/* finding */.gk)('policy.invalid', message, name, position));
        return { ok: false, sha256, findings };
    }
    const findings = [];
    const { document } = parsed;
    const raise = (code, message, pointer) => {
        findings.push((0,engine_findings/* finding */.gk)(code, message, name, { ...document.positionOf(pointer), pointer }));
    };
    checkStructure(document, raise);
    if (findings.length > 0)
        return { ok: false, sha256, findings };
    const value = document.value;
    await checkSchemas(value, raise);
    const place = (pointer) => {
        const at = document.positionOf(pointer);
        return at === undefined ? {} : { at };
    };
    const trust = await readTrust(objectAt(value, 'trust'), raise, read, place);
    const freshness = readFreshness(objectAt(value, 'freshness'), raise);
    const frameworks = await readFrameworks(listAt(value, 'frameworks'), raise, read);
    const required = objectAt(value, 'require');
    const approvals = readApprovals(value['approvals'], raise, place);
    const rules = readRules(listAt(value, 'rules'), place);
    const bind = readBind(value['bind']);
    uniqueIds(rules, '/rules', raise);
    uniqueIds(approvals.rules, Array.isArray(value['approvals']) ? '/approvals' : '/approvals/rules', raise);
    const policy = {
        name,
        sha256,
        ...(value['artifacts'] === undefined ? {} : { artifacts: value['artifacts'] }),
        trust,
        freshness,
        ...(bind === undefined ? {} : { bind }),
        require: {
            recordTypes: readRecordTypes(objectAt(required, 'record_types'), place),
            sourceProducts: listAt(required, 'source_products'),
            frameworks: readRequired(listAt(required, 'frameworks'), frameworks, raise),
        },
        rules,
        approvals,
        exceptions: readExceptions(listAt(value, 'exceptions'), rules, raise, place),
        severity: readSeverity(objectAt(value, 'severity'), rules, raise),
        ...(value['baseline'] === undefined ? {} : { baseline: (0,reading/* policySource */.IQ)(value['baseline']) }),
        customTypes: Object.entries(objectAt(value, 'custom_types')).map(([type, schema]) => ({
            type,
            schema: (0,reading/* policySource */.IQ)(schema),
        })),
        frameworks,
    };
    if (findings.length > 0)
        return { ok: false, sha256, findings };
    const warnings = unsatisfiable(policy).map(({ message, pointer }) => (0,engine_findings/* finding */.gk)('policy.unsatisfiable', message, name, { ...document.positionOf(fitPointer(pointer, value)), pointer }));
    return { ok: true, sha256, policy, warnings };
}
/** The list form of `approvals` is short for `{rules}`: pointers of its rules lack a part. */
function fitPointer(pointer, value) {
    return Array.isArray(value['approvals']) ? pointer.replace('/approvals/rules/', '/approvals/') : pointer;
}
/** Compares a policy's digest with its pin (`--policy-sha256`, lower-case hex): `policy.pin_mismatch` (8) when they differ. */
function checkPin(policySha256, pin, name) {
    const wanted = pin
        .trim()
        .toLowerCase()
        .replace(/^sha256:/, '');
    if (wanted === policySha256)
        return undefined;
    return (0,engine_findings/* finding */.gk)('policy.pin_mismatch', `policy SHA-256 is ${(0,engine_text/* shortId */.m_)(policySha256)}, expected ${(0,engine_text/* shortHash */.BC)(wanted)}`, name);
}
/** Members whose pattern tells a reader less than these words. */
const PATTERN_WORDS = {
    max_age: DURATION,
    clock_skew: DURATION,
    id: 'letters, digits and . _ -, at most 100 of them',
    name: 'text without spaces around it',
    unique: 'a JSON pointer such as /event/test',
};
function checkStructure(document, raise) {
    for (const { message, pointer, keyword, member: name } of (0,schemas/* validateDocument */.m)('gate-policy-v1', document.value)) {
        if (keyword === 'anyOf' && pointer === '/bind') {
            raise('policy.invalid', 'bind must have commit or repository: the places where records name them', pointer);
        }
        else if (keyword === 'additionalProperties' && name !== undefined) {
            const parent = pointer.slice(0, pointer.lastIndexOf('/'));
            raise('policy.invalid', `unknown member ${(0,engine_text/* quote */.hD)(name)}${(0,nearest/* didYouMean */.a)(name, knownMembers(parent))}`, pointer);
        }
        else if (keyword === 'pattern' && PATTERN_WORDS[lastPart(pointer)] !== undefined) {
            raise('policy.invalid', `${dotted(pointer)} must be ${PATTERN_WORDS[lastPart(pointer)]}`, pointer);
        }
        else
            raise('policy.invalid', message, pointer);
    }
}
async function checkSchemas(value, raise) {
    const found = [];
    const gather = (list, pointer) => {
        if (!Array.isArray(list))
            return;
        list.forEach((rule, i) => {
            for (const part of ['when', 'must']) {
                const schema = rule[part];
                if (schema !== undefined)
                    found.push([schema, `${pointer}/${i}/${part}`]);
            }
        });
    };
    gather(value['rules'], '/rules');
    gather(value['approvals'], '/approvals');
    gather(objectAt(value, 'approvals')['rules'], '/approvals/rules');
    for (const [type, one] of Object.entries(objectAt(objectAt(value, 'require'), 'record_types'))) {
        const where = (0,members/* isObject */.Gv)(one) ? (0,members/* member */.Dc)(one, 'where') : undefined;
        if (where !== undefined)
            found.push([where, `/require/record_types${(0,json_pointer/* pointerPart */.x$)(type)}/where`]);
    }
    if (found.length === 0)
        return;
    const problemsOf = await (0,rules/* schemaProblems */.I)(found.map(([schema]) => schema));
    for (const [schema, pointer] of found) {
        for (const problem of problemsOf(schema)) {
            raise('policy.invalid', `${dotted(pointer)} is not a usable JSON Schema: ${problem.message}`, pointer + problem.pointer);
        }
    }
}
async function readTrust(trust, raise, read, place) {
    const entries = listAt(trust, 'keys');
    const keys = await readKeys(entries, (entry, pointer) => ({ ...scopeOf(entry, pointer, raise), ...place(pointer) }), raise, read);
    const cosign = listAt(trust, 'cosign').map((entry, i) => {
        const { name, identity, issuer } = entry;
        const { key, certificate } = entry;
        return {
            name,
            ...(key === undefined ? {} : { key: (0,reading/* policySource */.IQ)(key) }),
            ...(certificate === undefined ? {} : { certificate: (0,reading/* policySource */.IQ)(certificate) }),
            ...(identity === undefined ? {} : { identity }),
            ...(issuer === undefined ? {} : { issuer }),
            ...scopeOf(entry, `/trust/cosign/${i}`, raise),
        };
    });
    const signatures = trust['signatures'];
    const minSigners = trust['min_signers'];
    const { revocation_list: revocationList, trusted_root: trustedRoot } = trust;
    const revocationKey = await readRevocationKey(trust['revocation_key'], raise, read);
    return {
        // An empty list of keys is a statement too: nobody is trusted (fail closed).
        configured: trust['keys'] !== undefined || trust['cosign'] !== undefined || minSigners !== undefined,
        revocation: readRevocation(objectAt(trust, 'revocation'), raise),
        ...(signatures === undefined ? {} : { signatures }),
        keys,
        cosign,
        ...(revocationList === undefined ? {} : { revocationList: (0,reading/* policySource */.IQ)(revocationList) }),
        ...(revocationKey === undefined ? {} : { revocationKey }),
        ...(trustedRoot === undefined ? {} : { trustedRoot: (0,reading/* policySource */.IQ)(trustedRoot) }),
        ...(minSigners === undefined ? {} : { minSigners }),
    };
}
async function readRevocationKey(value, raise, read) {
    if (value === undefined)
        return undefined;
    const given = await readKey(value, read);
    if (given.ok)
        return given.key;
    raise(given.code, `revocation_key: ${given.message}`, '/trust/revocation_key');
    return undefined;
}
async function readFrameworks(entries, raise, read) {
    const known = new Set((0,catalogues/* loadCatalogues */.f)().map(({ framework }) => framework.id));
    const made = [];
    for (const [i, entry] of entries.entries()) {
        const pointer = `/frameworks/${i}`;
        const source = (0,reading/* policySource */.IQ)(entry);
        const path = (0,reading/* sourceName */.VZ)(source);
        const file = await (0,reading/* contentOf */.$E)(source, read, { what: 'framework', unreadable: 'framework.invalid' });
        if (!file.ok) {
            raise(file.code, file.message, pointer);
            continue;
        }
        const parsed = parseFramework(Buffer.from(file.bytes).toString('utf8'), path);
        if (!parsed.ok) {
            for (const problem of parsed.problems.slice(0, 10)) {
                const line = problem.line === undefined ? '' : ` line ${problem.line}`;
                raise('framework.invalid', `framework ${JSON.stringify(path)}${line}: ${problem.message}`, pointer);
            }
            continue;
        }
        const { id } = parsed.framework.framework;
        // A file of the workspace that replaces a built-in framework could empty its controls.
        if (known.has(id))
            raise('framework.invalid', `framework ${(0,engine_text/* quote */.hD)(id)} is defined already`, pointer);
        known.add(id);
        made.push(parsed.framework);
    }
    return made;
}
function readRequired(entries, custom, raise) {
    const all = [...(0,catalogues/* loadCatalogues */.f)(), ...custom];
    const made = [];
    for (const [i, entry] of entries.entries()) {
        const pointer = `/require/frameworks/${i}`;
        const id = entry['id'];
        const framework = all.find((one) => one.framework.id === id);
        if (framework === undefined) {
            const hint = (0,nearest/* didYouMean */.a)(id, all.map((one) => one.framework.id));
            raise('framework.invalid', `unknown framework ${(0,engine_text/* quote */.hD)(id)}${hint}`, `${pointer}/id`);
            continue;
        }
        if (entries.findIndex((one) => one['id'] === id) !== i) {
            raise('policy.invalid', `framework ${JSON.stringify(id)} is required twice`, `${pointer}/id`);
        }
        const minCoverage = entry['min_coverage'];
        made.push({
            framework,
            ...(entry['controls'] === undefined ? {} : { controls: entry['controls'] }),
            ...(minCoverage === undefined ? {} : { minCoverage }),
        });
    }
    return made;
}
function uniqueIds(entries, pointer, raise) {
    const seen = new Set();
    for (const [i, { id }] of entries.entries()) {
        if (seen.has(id))
            raise('policy.invalid', `the id ${JSON.stringify(id)} is used twice`, `${pointer}/${i}/id`);
        seen.add(id);
    }
}


/***/ })

};
