/** Extensions of files that can be artifacts, in upper or lower case. */
const ARTIFACT_ENDING = /\.(?:json|jsonl|ndjson|zip)$/i;

/** Files that accompany artifacts and are never artifacts: why, by their name. */
const COMPANIONS: readonly (readonly [RegExp, string])[] = [
  [/\.sigstore\.json$/i, 'a Sigstore bundle'],
  [/\.schema\.json$/i, 'a JSON Schema'],
  [/^\.proof-(?:policy\.(?:ya?ml|json)|baseline\.json)$/i, 'a file of the gate itself'],
  [/\.(?:pem|pub|key|crt|cer|jwk|jwks)(?:\.json)?$/i, 'a key or certificate'],
];

/**
 * Why a matched file is not an artifact, judged by its name; `undefined`: it may be one.
 *
 * A wildcard says which files it means (`evidence/**`, `*.txt`): all of them are artifacts to verify, and one that is
 * not is `discovery.unrecognized`. Somebody who names a folder means the evidence in it, and a folder of evidence may hold
 * a README and pictures: only the four extensions count there. Signatures, schemas, keys and the gate's own files
 * are companions in both cases. A path that is named explicitly is always a candidate: the engine says what it is.
 * What is left out here is reported as `ignored`, so that nothing disappears silently.
 */
export function whyIgnored(fileName: string, throughNamedFolder: boolean): string | undefined {
  for (const [pattern, what] of COMPANIONS) if (pattern.test(fileName)) return what;
  if (throughNamedFolder && !ARTIFACT_ENDING.test(fileName))
    return 'not an artifact file name (.json, .jsonl, .ndjson, .zip)';
  return undefined;
}
