import type { Finding, FindingCode } from '../../engine/findings.js';
import type { Policy, PolicyException } from '../config/policy/model.js';
import { isWaivable } from '../config/policy/waivable.js';
import { instantText } from '../instant.js';

/**
 * `exceptions` and `severity` of a policy over the findings of a run. They hide nothing: an accepted finding stays in the
 * report as a notice with its expiry and its reason.
 */
export class Waivers {
  private readonly live: readonly PolicyException[];
  private readonly used = new Set<PolicyException>();
  private readonly severity: ReadonlyMap<FindingCode, 'error' | 'warning'>;

  /** @param now epoch milliseconds: an exception ends at its `until` */
  constructor({ exceptions, severity }: Pick<Policy, 'exceptions' | 'severity'>, now: number) {
    // Checked again here, so that a policy never accepts what it may not, however it was built.
    this.live = exceptions.filter(({ code, until }) => now < until && isWaivable(code));
    this.severity = severity;
  }

  /** The finding with the severity that the policy gives it: accepted, lowered, raised or unchanged. */
  apply(one: Finding): Finding {
    const exception = one.severity === 'notice' ? undefined : this.live.find((each) => matches(each, one));
    if (exception !== undefined) {
      this.used.add(exception);
      const until = instantText(exception.until);
      return { ...one, severity: 'notice', message: `${one.message}; accepted until ${until}: ${exception.reason}` };
    }
    const wanted = this.severity.get(one.code);
    if (wanted === undefined || wanted === one.severity) return one;
    // Raising is always allowed.
    return wanted === 'error' || one.severity === 'notice' || isWaivable(one.code) ? { ...one, severity: wanted } : one;
  }

  /** Whether an exception accepted something. */
  isUsed(exception: PolicyException): boolean {
    return this.used.has(exception);
  }
}

function matches({ code, artifact, recordId }: PolicyException, one: Finding): boolean {
  if (code !== one.code) return false;
  if (artifact !== undefined && artifact !== one.artifact) return false;
  return recordId === undefined || recordId === one.record_id;
}
