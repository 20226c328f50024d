export const id = 181;
export const ids = [181];
export const modules = {

/***/ 7181:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openClone: () => (/* binding */ openClone)
});

// UNUSED EXPORTS: namesRepository

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/gate/config/base-reader.ts
var base_reader = __webpack_require__(8713);
// EXTERNAL MODULE: ./src/gate/config/git/pack.ts
var pack = __webpack_require__(1644);
// EXTERNAL MODULE: ./src/gate/config/git/repository.ts
var git_repository = __webpack_require__(8553);
;// CONCATENATED MODULE: ./src/gate/config/git/local-base.ts



/** Annotated tags may point at tags. */
const MAX_TAGS = 8;
/** Reads files of a commit from the git objects of a clone; nothing that the checkout contains is looked at. */
function localBaseReader(repository) {
    const trees = new Map();
    const objects = {
        async tree(id) {
            const entries = trees.get(id) ?? parseTree(await content(repository, id, 'tree'), id.length / 2);
            trees.set(id, entries);
            return { entries, complete: true };
        },
        blob: ({ id }, maxBytes) => blob(repository, id, maxBytes),
    };
    return {
        async defaultBranch() {
            const branch = await repository.defaultBranch();
            return branch === undefined
                ? unavailable('the clone has no refs/remotes/origin/HEAD')
                : { kind: 'branch', branch };
        },
        tip: (branch) => guarded(async () => {
            const commit = await repository.resolve(`refs/remotes/origin/${branch}`);
            if (commit !== undefined)
                return { kind: 'commit', commit };
            return unavailable(`the clone has no branch origin/${branch}${await hintOf(repository)}`);
        }),
        read: (commit, path, maxBytes) => guarded(async () => (0,base_reader/* fileInTree */.i)(objects, await rootTree(repository, commit), path, maxBytes)),
    };
}
/** The commit that `--policy-from-ref` means (trust.md section 2). */
function commitOfRef(repository, text) {
    return guarded(async () => {
        const id = text.toLowerCase();
        if ((0,git_repository/* isObjectId */.TS)(id)) {
            if ((await repository.read(id)) !== undefined)
                return { kind: 'commit', commit: await peel(repository, id) };
            return unavailable(`commit ${id} is not in the clone`);
        }
        // A short name means a branch: anybody who may push tags could create one with that name.
        const refs = text.startsWith('refs/') ? [text] : [`refs/heads/${text}`, ...remoteRefs(text)];
        const found = new Map();
        for (const ref of refs) {
            const value = await repository.resolve(ref);
            if (value !== undefined)
                found.set(ref, await peel(repository, value));
        }
        const [commit, other] = new Set(found.values());
        if (commit === undefined) {
            const what = text.startsWith('refs/') ? `ref ${text}` : `branch ${text}`;
            return unavailable(`the clone has no ${what}${await hintOf(repository)}`);
        }
        if (other === undefined)
            return { kind: 'commit', commit };
        const names = [...found.keys()].join(' and ');
        return {
            kind: 'ambiguous',
            reason: `${text} is ambiguous: ${names} are different commits; give one of them in full`,
        };
    });
}
function remoteRefs(name) {
    // HEAD of the checkout is the change.
    if (name === 'HEAD')
        return [];
    return name.includes('/') ? [`refs/remotes/${name}`, `refs/remotes/origin/${name}`] : [`refs/remotes/origin/${name}`];
}
async function hintOf(repository) {
    return (await repository.hasRefTable()) ? ' that can be read: its refs are in a reftable, give the commit id' : '';
}
/** Follows annotated tags to their commit. */
async function peel(repository, id) {
    let at = id;
    for (let i = 0; i < MAX_TAGS; i++) {
        const object = await repository.read(at);
        if (object?.type === 'commit')
            return at;
        if (object === undefined)
            throw new pack/* GitError */.XS(`commit ${at} is not in the clone`);
        const target = /^object ([0-9a-f]+)\n/.exec(Buffer.from(object.content).toString('latin1'))?.[1];
        if (object.type !== 'tag' || target === undefined)
            throw new pack/* GitError */.XS(`${id} is a ${object.type}, not a commit`);
        at = target;
    }
    throw new pack/* GitError */.XS(`${id} leads to too many tags`);
}
async function rootTree(repository, commit) {
    const text = Buffer.from(await content(repository, commit, 'commit')).toString('latin1');
    const id = /^tree ([0-9a-f]+)\n/.exec(text)?.[1];
    if (id === undefined || id.length !== commit.length)
        throw new pack/* GitError */.XS(`commit ${commit} names no tree`);
    return id;
}
async function content(repository, id, type) {
    const object = await repository.read(id);
    if (object === undefined)
        throw new pack/* GitError */.XS(`${type} ${id} is not in the clone`);
    if (object.type !== type)
        throw new pack/* GitError */.XS(`${id} is a ${object.type}, not a ${type}`);
    return object.content;
}
/** Entries of a tree, each: mode, space, name, zero byte, id. */
function parseTree(bytes, idBytes) {
    const buffer = Buffer.from(bytes);
    const entries = new Map();
    for (let at = 0; at < buffer.length;) {
        const blank = buffer.indexOf(0x20, at);
        const zero = buffer.indexOf(0, blank);
        if (blank < 0 || zero < 0 || zero + 1 + idBytes > buffer.length)
            throw new pack/* GitError */.XS('a tree is damaged');
        const id = buffer.subarray(zero + 1, zero + 1 + idBytes).toString('hex');
        entries.set(buffer.subarray(blank + 1, zero).toString('utf8'), {
            mode: buffer.subarray(at, blank).toString('latin1'),
            id,
        });
        at = zero + 1 + idBytes;
    }
    return entries;
}
async function blob(repository, id, maxBytes) {
    const object = await repository.read(id);
    if (object === undefined)
        return unavailable(`blob ${id} is not in the clone`);
    if (object.type !== 'blob')
        return unavailable(`${id} is a ${object.type}, not a blob`);
    const { content: bytes } = object;
    return bytes.length > maxBytes ? (0,base_reader/* tooLargeBlob */.D)(bytes.length, maxBytes) : { kind: 'file', bytes };
}
function unavailable(reason) {
    return { kind: 'unavailable', reason };
}
/** A damaged git folder proves nothing about what it contains. */
async function guarded(work) {
    try {
        return await work();
    }
    catch (error) {
        return unavailable(error instanceof pack/* GitError */.XS ? error.message : `the git folder cannot be read: ${String(error)}`);
    }
}

;// CONCATENATED MODULE: ./src/gate/config/git/clone.ts




/** Opens the clone whose work tree is `root`. */
async function openClone(root) {
    try {
        const repository = await git_repository/* GitRepository */.xr.at(root);
        if (repository === undefined)
            return { kind: 'unavailable', reason: `${(0,external_node_path_.basename)(root)} is not a git clone` };
        const origin = await repository.originUrl();
        return {
            kind: 'clone',
            reader: localBaseReader(repository),
            commitOf: (ref) => commitOfRef(repository, ref),
            isCloneOf: (named) => named?.repository === undefined || origin === undefined || namesRepository(origin, named),
        };
    }
    catch (error) {
        return {
            kind: 'unavailable',
            reason: error instanceof pack/* GitError */.XS ? error.message : `the git folder cannot be read: ${String(error)}`,
        };
    }
}
/**
 * Whether an address (https, ssh, `host:path`, a folder) is that of a repository. On a host the name is the whole path, unless
 * the CI gives an address: `mallory/acme/app` is another repository than `acme/app`.
 */
function namesRepository(origin, { repository = '', repositoryUrl }) {
    const name = repository.toLowerCase();
    const { host, path } = parseAddress(origin);
    if (repositoryUrl !== undefined) {
        const known = parseAddress(repositoryUrl);
        if (host === known.host && path === known.path)
            return true;
    }
    if (path === name)
        return true;
    // Some services name the repository without its owner, and a clone of a local folder is the operator's.
    return (host === '' || (repositoryUrl === undefined && !name.includes('/'))) && path.endsWith(`/${name}`);
}
function parseAddress(address) {
    const [, host = '', path = address] = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/@]*@)?([^/:]*)(?::\d+)?\/(.*)$/i.exec(address) ??
        /^(?:[^/@:]+@)?([^/:]+):(.*)$/.exec(address) ??
        [];
    const cleaned = path.replace(/^\/+|\/+$/g, '').replace(/\.git$/i, '');
    return { host: host.toLowerCase(), path: host === '' ? `/${cleaned.toLowerCase()}` : cleaned.toLowerCase() };
}


/***/ })

};
