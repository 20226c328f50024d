/**
 * Texts that a producer could put into paths, ids and messages to reach whoever reads an output (hardening 21). Each
 * holds `needle` as it is, so that a test can look for it unescaped.
 */
export interface Hostile {
  readonly name: string;
  readonly text: string;
  /** What must never occur in an output as it is; absent for texts that are only unusual. */
  readonly needle?: string;
}

const hostile = (name: string, text: string, needle?: string): Hostile => ({
  name,
  text,
  ...(needle === undefined ? {} : { needle }),
});

export const HOSTILE: readonly Hostile[] = [
  hostile('newline', 'a\nb', 'a\nb'),
  hostile('carriage return', 'good\rbad', '\r'),
  hostile('workflow command', 'x\n::error file=a,line=1::forged', '\n::error'),
  hostile('workflow command at the start', '::set-output name=a::b'),
  hostile('old workflow command', '##[error]forged'),
  hostile('stop-commands', '::stop-commands::token\n::add-mask::a', '\n::add-mask'),
  hostile('percent escapes', 'a%0A::error::b%25%0D'),
  hostile('property breakers', 'a:b,c=d::e'),
  hostile('ANSI colour', '\u001b[31mred\u001b[0m', '\u001b'),
  hostile('ANSI title', '\u001b]0;owned\u0007', '\u001b'),
  hostile('C1 CSI', '\u009b2J', '\u009b'),
  hostile('backspaces', 'bad\b\b\bgood', '\b'),
  hostile('bidi override', 'exe.\u202etxt.\u202c', '\u202e'),
  hostile('bidi isolate', '\u2066abc\u2069', '\u2066'),
  hostile('right-to-left mark', 'a\u200fb', '\u200f'),
  hostile('zero width', 'pay\u200bpal', '\u200b'),
  hostile('tags block', 'a\u{e0041}\u{e0042}', '\u{e0041}'),
  hostile('line separator', 'a\u2028b\u2029c', '\u2028'),
  hostile('next line', 'a\u0085b', '\u0085'),
  hostile('byte order mark', '\ufeffa', '\ufeff'),
  hostile('NUL', 'a\u0000b', '\u0000'),
  hostile('lone high surrogate', 'a\ud800b', '\ud800'),
  hostile('lone low surrogate', 'a\udc00b', '\udc00'),
  hostile('non-character', 'a\uffffb\ufffe', '\uffff'),
  hostile('script element', '<script>alert(1)</script>', '<script>alert'),
  hostile('image with handler', '<img src=x onerror=alert(1)>', '<img'),
  hostile('attribute breakers', '" onmouseover="alert(1)" x=\'', '" onmouseover'),
  hostile('closing details', '</details></table></div>', '</details></table>'),
  hostile('closing style and script', '</style></script><b>', '</style></script>'),
  hostile('comment', '--><!--', '--><!--'),
  hostile('CDATA end', 'a]]>b', ']]>b'),
  hostile('XML entity', '<!DOCTYPE a [<!ENTITY b "c">]>&b;', '<!DOCTYPE a'),
  hostile('character reference', '&lt;b&gt; &#60;script&#62;'),
  hostile('table pipes', 'a | b || c', 'a | b'),
  hostile('table and newline', '|\n|---|\n| x |', '|\n|---'),
  hostile('back-ticks', '`a` ```b```', '`a`'),
  hostile('fence', '\n```\n# big\n', '\n```'),
  hostile('Markdown link', '[safe](https://evil.example/)', '](https'),
  hostile('Markdown image', '![x](https://evil.example/pixel)', '](https'),
  hostile('Markdown emphasis', '**bold** _it_ ~~gone~~', '**bold**'),
  hostile('autolink', 'https://evil.example/ www.evil.example', 'https://evil'),
  hostile('mention and reference', '@org/team owner/repo#1 #2 GH-3', '@org'),
  hostile('backslashes', '\\| \\` C:\\dir\\'),
  hostile('javascript link', 'javascript:alert(1)//'),
  hostile('Mermaid breaker', '"]; click n0 "javascript:alert(1)" %%', '"]; click'),
  hostile('TAP directive', 'x # SKIP nothing to see', 'x # SKIP'),
  hostile('TAP lines', 'x\nok 1 - forged\nBail out!', '\nok 1'),
  hostile('YAML breaker', '"\n  ...\nok 2', '\n  ...\nok'),
  hostile('dot segments', '../../etc/passwd'),
  hostile('blanks', '  name with  spaces '),
  hostile('emoji', '👩‍💻✅'),
  hostile('right-to-left letters', 'שלום عليكم'),
  hostile('prototype', '__proto__'),
  hostile('very long', 'x'.repeat(20_000)),
  hostile('very long and hostile', '<\u202e|`'.repeat(2_000), '<\u202e'),
];
