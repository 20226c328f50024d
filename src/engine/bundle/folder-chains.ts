import { posix } from 'node:path';
import { type Context, entryOf, type KindResult } from '../context.js';
import { quote, shortHash } from '../text.js';

/** One record in a file of its own. */
interface Link {
  readonly name: string;
  readonly previous: string;
  readonly hash: string;
}

/**
 * Checks the links of records that are separate files of a bundle. As in any folder, they form a chain in the order of their
 * names as soon as one of them has a link (contract section 3). Otherwise wrapping a folder in a bundle would hide that a
 * record was dropped.
 */
export class FolderChains {
  private readonly folders = new Map<string, Link[]>();
  private readonly documents = new Map<string, string>();

  constructor(private readonly context: Context) {}

  add(name: string, link: NonNullable<KindResult['link']>): void {
    const folder = posix.dirname(name);
    const known = this.folders.get(folder);
    if (known === undefined) this.folders.set(folder, [{ name, ...link }]);
    else known.push({ name, ...link });
  }

  /** Remembers a chain.json; the records next to it are expected to be its records. */
  addDocument(name: string): void {
    this.documents.set(posix.dirname(name), name);
  }

  check(): void {
    for (const [folder, links] of this.folders) {
      if (links.every(({ previous }) => previous === '')) continue;
      const document = this.documents.get(folder);
      if (document !== undefined) this.tellOther(document, links);
      let before: Link | undefined;
      for (const link of links.sort((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)))) {
        this.checkOne(link, before);
        before = link;
      }
    }
  }

  /**
   * Records of the document are never added here, so linked records that are left form a different chain (contract section
   * 3).
   */
  private tellOther(document: string, links: readonly Link[]): void {
    const names = links.map(({ name }) => name).sort();
    const more = names.length > 1 ? ` and ${names.length - 1} more` : '';
    this.context.collector.add(
      'chain.head_hash_mismatch',
      `${quote(document)} is not the chain of the records next to it: ${quote(names[0] ?? '')}${more} are not in it`,
      { entry: entryOf(this.context, document), pointer: '/head_hash' },
    );
  }

  private checkOne({ name, previous }: Link, before: Link | undefined): void {
    if (previous === (before?.hash ?? '')) return;
    const expected =
      before === undefined
        ? 'it is the first record of its folder'
        : `the record before it, ${quote(before.name)}, has hash ${shortHash(before.hash)}`;
    this.context.collector.add(
      'chain.link_broken',
      `${quote(name)} links to ${previous === '' ? 'no record' : shortHash(previous)}, but ${expected}`,
      { entry: entryOf(this.context, name), pointer: '/integrity/previous_record_hash' },
    );
  }
}
