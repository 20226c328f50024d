import { lstatSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { type Finding, finding } from '../engine/findings.js';
import { DEFAULT_LIMITS, type Limits } from '../engine/limits.js';
import { compareBytes } from '../engine/order.js';
import { type Stoppable, Stopped, turn, turnIsDue } from '../engine/pace.js';
import { fileFault } from '../engine/source/file.js';
import { quote } from '../engine/text.js';
import type { IgnoredFile } from '../model/shard.js';
import { whyIgnored } from './candidates.js';
import { classify, type FolderArtifact } from './folders.js';
import { isAppleDoubleFile } from './foreign.js';
import { judgeLinks, type VerifiedLink } from './links.js';
import { DEFAULT_PATTERNS, matchOf, type Pattern, parsePatterns, standAt } from './patterns.js';
import { type Start, startOf } from './starts.js';
import { isWithin, linkTarget } from './symlink.js';
import { type Hit, isChainMember, MAX_TREE_ENTRIES, type ReadFolder, type Type, walk } from './walk.js';
import { DiscoveryFindings, statsOf, Workspace } from './workspace.js';

/** What to look for. */
export interface DiscoverOptions {
  /** Absolute path of the folder that is verified. */
  readonly workspace: string;
  /** Globs and paths in the order given; see `parsePatterns`. */
  readonly patterns: readonly string[];
  /** Look for the default set instead of `patterns`. */
  readonly defaults: boolean;
  /**
   * Patterns may lead outside the workspace by what they say (`../other`, `/srv/x`): true for the command line only, a
   * policy belongs to whoever wrote the checkout. No pattern ever leads outside through a link.
   */
  readonly namedOutsideAllowed: boolean;
  readonly limits?: Limits;
  /** Says when the run is to end: what was found until then is returned. */
  readonly run?: Stoppable;
  /** How folders are listed; another one is for tests. */
  readonly readFolder?: ReadFolder;
  /** How the file system spells a path; another one is for tests. */
  readonly realPath?: (absolute: string) => string;
}

/** One artifact to verify. */
export interface DiscoveredArtifact {
  /** Absolute. */
  readonly path: string;
  /** Relative to the workspace, `/`-separated; `.` for the workspace itself. */
  readonly name: string;
  readonly form: 'file' | 'bundle' | 'chain_directory';
  /** What matched and what it was taken for. Holds text of patterns and file names: escape it for each output. */
  readonly why: string;
  /** `named`: the very path was given. */
  readonly origin: 'pattern' | 'default' | 'named';
  /** Real path of the folder it has to lie in when it is opened (`openFile`, `within`): the workspace, or what was named outside. */
  readonly root: string;
}

/** What was found. */
export interface Discovery {
  /** Sorted by the bytes of `name`, each once. */
  readonly artifacts: readonly DiscoveredArtifact[];
  readonly findings: readonly Finding[];
  /** Patterns, without exclusions, that matched nothing; never those of the default set. */
  readonly unmatchedPatterns: readonly string[];
  /** Patterns among these whose path has a finding that it does not exist. */
  readonly missing: ReadonlySet<string>;
  /** Matched files that were left out, with the reason; sorted. */
  readonly ignored: readonly IgnoredFile[];
  /** Matched links to artifacts. */
  readonly links: readonly VerifiedLink[];
}

/**
 * Finds the artifacts that patterns stand for and decides what each folder is (interface.md, Discovery). What cannot be
 * read or must not be is a finding: `io.not_found` for a named path, `io.unreadable`, `io.directory_empty`,
 * `path.escape`, `path.special_file`, `usage.invalid`. Nothing found at all is left to the caller to judge.
 */
export async function discover(options: DiscoverOptions): Promise<Discovery> {
  const folder = path.resolve(options.workspace);
  let workspace: Workspace;
  try {
    workspace = new Workspace(folder);
  } catch (error) {
    const { code, message } = fileFault(error, `working directory ${quote(folder)}`);
    return {
      artifacts: [],
      findings: [finding(code, message, '')],
      unmatchedPatterns: [],
      missing: new Set(),
      ignored: [],
      links: [],
    };
  }
  return new Search(options, workspace).run();
}

/** wrkr's chain, and its attestation beside it. */
const CHAIN_OF_ATTESTATION = 'proof-chain.json';
const ATTESTATION = 'proof-chain.attestation.json';

class Search {
  private readonly limits: Limits;
  private readonly work: Stoppable;
  private readonly findings = new DiscoveryFindings();
  private readonly artifacts = new Map<string, DiscoveredArtifact>();
  private readonly folderArtifacts = new Map<string, FolderArtifact['form']>();
  private readonly ignored = new Map<string, string>();
  private readonly links: { readonly path: string; readonly name: string }[] = [];
  private readonly matched = new Set<Pattern>();
  private readonly missing = new Set<string>();
  private readonly seen = (pattern: Pattern): void => {
    this.matched.add(pattern);
  };

  constructor(
    private readonly options: DiscoverOptions,
    private readonly workspace: Workspace,
  ) {
    this.limits = options.limits ?? DEFAULT_LIMITS;
    this.work = options.run ?? {};
  }

  async run(): Promise<Discovery> {
    const { workspace } = this;
    const { defaults, namedOutsideAllowed } = this.options;
    const texts = defaults ? DEFAULT_PATTERNS : this.options.patterns;
    const { patterns: parsed, invalid } = await parsePatterns(
      texts,
      workspace.path,
      (at) => statsOf(at) !== undefined,
      (at) => workspace.spelled(at),
    );
    const wrong = invalid.map(({ text, why }) =>
      finding('usage.invalid', `pattern ${quote(text)} is not valid: ${why}`, ''),
    );
    const patterns: Pattern[] = [];
    const starts: Start[] = [];
    const { findings, seen } = this;
    for (const pattern of parsed) {
      if (pattern.negate) {
        patterns.push(pattern);
        continue;
      }
      const start = startOf(pattern, {
        ...{ workspace, findings, defaults, namedOutsideAllowed, seen },
        linked: (link) => this.links.push(link),
        missing: ({ text }) => this.missing.add(text),
      });
      if (start === undefined) continue;
      patterns.push(start.pattern);
      starts.push(start);
    }
    let judged: Awaited<ReturnType<typeof judgeLinks>>;
    try {
      await this.visit(patterns, starts);
      judged = await this.judgeLinks();
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
      return this.result(parsed, wrong, []);
    }
    const { verified, ignored } = judged;
    for (const [name, why] of ignored) this.ignored.set(name, why);
    this.reportEmpty(starts);
    return this.result(parsed, wrong, verified);
  }

  private judgeLinks(): ReturnType<typeof judgeLinks> {
    const holders = this.holders();
    const matched = new Set(this.links.map((link) => link.path));
    return judgeLinks(
      this.links,
      {
        isArtifact: (real) => this.artifacts.has(real) || this.coveredByFolder(real),
        holdsArtifacts: (real) => holders.has(real),
        isMatchedLink: (absolute) => matched.has(absolute),
      },
      this.workspace,
      this.findings,
      this.work,
    );
  }

  private async visit(patterns: readonly Pattern[], starts: readonly Start[]): Promise<void> {
    const roots: { base: string; read: string }[] = [];
    const files: Hit[] = [];
    for (const { pattern, stats, read } of starts) {
      const base = pattern.base;
      if (stats.isDirectory()) roots.push({ base, read });
      else {
        const match = matchOf(standAt(patterns, base), false, true, this.seen);
        const type: Type = stats.isFile() ? 'file' : stats.isSymbolicLink() ? 'symlink' : 'other';
        if (match !== undefined) files.push({ path: read, name: this.workspace.nameOf(base), type, match });
      }
    }
    // A folder below another start is reached from there already: patterns of all starts are walked together.
    const tops = roots.filter(
      ({ base }, i) => !roots.some((other, j) => isWithin(other.base, base) && (other.base !== base || j < i)),
    );
    for (const { base, read } of tops) {
      const found = await walk(
        { path: read, name: this.workspace.nameOf(base) },
        standAt(patterns, base),
        this.seen,
        this.options.readFolder,
        this.work,
      );
      if (found.tooMany) {
        const where = this.workspace.nameOf(base);
        const message = `${quote(where)} contains more than ${MAX_TREE_ENTRIES} files and directories`;
        this.findings.add('limit.entries', message, where);
      }
      // Searching begins at the base of each pattern: what lies above a named folder says nothing about it.
      const { artifacts, hits } = await classify(found.folders, this.limits, this.work);
      const root = this.workspace.contains(base) ? this.workspace.real : read;
      for (const one of artifacts) this.takeFolder(one, root);
      for (const { path: absolute, name, error } of found.unreadable) {
        // A name that is no UTF-8 names nothing when it is read as text. The bundle around it lists it as what it is.
        if (name.includes('\ufffd') && this.coveredByFolder(absolute)) continue;
        // A folder that has disappeared since it was found cannot be read either.
        this.findings.add('io.unreadable', fileFault(error, `directory ${quote(name)}`).message, name);
      }
      for (const hit of hits) {
        if (turnIsDue()) await turn(this.work);
        this.take(hit, root);
      }
    }
    for (const hit of files) this.take(hit, this.workspace.contains(hit.path) ? this.workspace.real : hit.path);
  }

  private takeFolder(one: FolderArtifact, root: string): void {
    this.folderArtifacts.set(one.path, one.form);
    const { pattern, how } = one.match;
    this.artifacts.set(one.path, {
      path: one.path,
      name: one.name,
      form: one.form,
      why: `${one.reason}; ${this.because(pattern, how === 'below' || pattern.literal)}`,
      origin: pattern.literal && this.workspace.nameOf(pattern.base) === one.name ? 'named' : this.origin(),
      root,
    });
    for (const hit of one.hits) this.checkUnsafe(hit, true);
  }

  private take(hit: Hit, root: string): void {
    if (!this.checkUnsafe(hit, false)) return;
    const { pattern, how } = hit.match;
    const named = pattern.literal && how === 'self';
    const why = named ? undefined : whyPassedOver(hit.path, how === 'below');
    if (why !== undefined) {
      if (!this.artifacts.has(hit.path)) this.ignored.set(hit.name, why);
      return;
    }
    if (this.coveredByFolder(hit.path)) return;
    if (this.artifacts.has(hit.path) && !named) return;
    this.ignored.delete(hit.name);
    this.artifacts.set(hit.path, {
      path: hit.path,
      name: hit.name,
      form: 'file',
      why: named ? `given as ${quote(pattern.text)}` : this.because(pattern, how === 'below'),
      origin: named ? 'named' : this.origin(),
      root,
    });
    if (path.basename(hit.path) === CHAIN_OF_ATTESTATION) this.takeAttestation(hit, root);
  }

  /** wrkr's attestation is read with the chain that it lies beside, also when only the chain matched (producers.md section 1). */
  private takeAttestation(chain: Hit, root: string): void {
    const absolute = path.join(path.dirname(chain.path), ATTESTATION);
    const stats = lstatSync(absolute, { throwIfNoEntry: false });
    if (stats === undefined || this.artifacts.has(absolute)) return;
    const name = `${chain.name.slice(0, -CHAIN_OF_ATTESTATION.length)}${ATTESTATION}`;
    const type: Type = stats.isFile() ? 'file' : stats.isSymbolicLink() ? 'symlink' : 'other';
    if (!this.checkUnsafe({ ...chain, path: absolute, name, type }, false)) return;
    this.artifacts.set(absolute, {
      path: absolute,
      name,
      form: 'file',
      why: `attests ${quote(chain.name)}`,
      origin: this.origin(),
      root,
    });
  }

  /** Reports what is unsafe about a matched path; true for a regular file. */
  private checkUnsafe(hit: Hit, inArtifact: boolean): boolean {
    if (hit.type === 'file') return true;
    if (hit.type === 'other') {
      this.findings.add('path.special_file', `${quote(hit.name)} is a FIFO, socket or device`, hit.name);
      return false;
    }
    const target = linkTarget(hit.path);
    if (target.path !== undefined && !this.workspace.reaches(target.path)) {
      this.findings.add('path.escape', `${quote(hit.name)} is a symbolic link out of the workspace`, hit.name);
    } else if (!inArtifact) this.links.push(hit);
    return false;
  }

  private coveredByFolder(file: string): boolean {
    const folder = path.dirname(file);
    if (this.folderArtifacts.get(folder) === 'chain_directory' && isChainMember(path.basename(file))) return true;
    for (let at = folder; ; at = path.dirname(at)) {
      if (this.folderArtifacts.get(at) === 'bundle') return true;
      if (path.dirname(at) === at) return false;
    }
  }

  /** All folders with an artifact somewhere in them. */
  private holders(): ReadonlySet<string> {
    const holders = new Set<string>();
    for (const one of this.artifacts.keys()) {
      for (let at = path.dirname(one); !holders.has(at); at = path.dirname(at)) holders.add(at);
    }
    return holders;
  }

  /** A folder that was named has to contain something. */
  private reportEmpty(starts: readonly Start[]): void {
    if (this.options.defaults) return;
    const holders = this.holders();
    for (const { pattern, stats, read } of starts) {
      if (!pattern.literal || !stats.isDirectory()) continue;
      const name = this.workspace.nameOf(pattern.base);
      const isBelow = (other: string): boolean => other === name || other.startsWith(name === '.' ? '' : `${name}/`);
      const holds = this.artifacts.has(read) || holders.has(read) || this.coveredByFolder(read);
      if (holds || this.findings.list.some(({ artifact, severity }) => severity === 'error' && isBelow(artifact)))
        continue;
      const others = [...this.ignored.keys()].filter(isBelow).length;
      const hint = others === 0 ? '' : ` (${others} other ${others === 1 ? 'file' : 'files'} ignored)`;
      this.findings.add('io.directory_empty', `directory ${quote(name)} contains no artifacts${hint}`, name);
    }
  }

  private because(pattern: Pattern, folder: boolean): string {
    if (this.options.defaults) return `matches default pattern ${pattern.text}`;
    return folder && pattern.literal ? `in folder ${quote(pattern.text)}` : `matches ${pattern.text}`;
  }

  private origin(): 'pattern' | 'default' {
    return this.options.defaults ? 'default' : 'pattern';
  }

  private result(parsed: readonly Pattern[], wrong: readonly Finding[], links: readonly VerifiedLink[]): Discovery {
    const matchedTexts = new Set([...this.matched].map(({ text }) => text));
    const unmatched = parsed.filter(({ negate, text }) => !negate && !matchedTexts.has(text));
    return {
      artifacts: oneSpelling([...this.artifacts.values()], this.options.realPath ?? realPath).sort((a, b) =>
        compareBytes(a.name, b.name),
      ),
      findings: [...wrong, ...this.findings.list].sort((a, b) => compareBytes(a.artifact, b.artifact)),
      unmatchedPatterns: this.options.defaults ? [] : [...new Set(unmatched.map(({ text }) => text))],
      ignored: [...this.ignored]
        .map(([name, why]) => ({ path: name, why }))
        .sort((a, b) => compareBytes(a.path, b.path)),
      missing: this.missing,
      links,
    };
  }
}

function whyPassedOver(absolute: string, throughNamedFolder: boolean): string | undefined {
  const why = whyIgnored(path.basename(absolute), throughNamedFolder);
  return why ?? (isAppleDoubleFile(absolute) ? 'an AppleDouble file of macOS' : undefined);
}

/**
 * Each file once where the file system takes several spellings for one name (case, Unicode normalization): what is
 * counted twice could meet a requirement for two.
 */
function oneSpelling(
  artifacts: readonly DiscoveredArtifact[],
  spell: (absolute: string) => string,
): DiscoveredArtifact[] {
  const groups = new Map<string, DiscoveredArtifact[]>();
  for (const artifact of artifacts) {
    const key = artifact.path.normalize('NFC').toLowerCase();
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [artifact]);
    else group.push(artifact);
  }
  return [...groups.values()].flatMap((group) => {
    if (group.length === 1) return group;
    const real = new Map<string, DiscoveredArtifact>();
    for (const artifact of group) {
      const path = spell(artifact.path);
      // The spelling of the directory itself is the name of the file.
      if (!real.has(path) || artifact.path === path) real.set(path, artifact);
    }
    return [...real.values()];
  });
}

function realPath(absolute: string): string {
  try {
    return realpathSync.native(absolute);
  } catch {
    return absolute;
  }
}
