/** Names of the published schemas, sorted. */
export declare const SCHEMA_NAMES: readonly ["baseline-v1", "bundle-manifest-v1", "chain-v1", "framework-definition", "gate-policy-v1", "gate-report-v1", "governance-event-v1", "proof-record-v1", "record-types-v1", "relationship_envelope", "revocation-list-v1", "types/approval", "types/compiled-action", "types/data-pipeline-run", "types/decision", "types/delegation", "types/deployment", "types/dynamic-tool-discovery", "types/guardrail-activation", "types/human-oversight", "types/incident", "types/model-change", "types/permission-check", "types/policy-enforcement", "types/replay-certification", "types/risk-assessment", "types/scan-finding", "types/test-result", "types/tool-invocation"];
/** Built-in record types and their schemas. */
export declare const BUILTIN_TYPES: readonly [{
    readonly name: "approval";
    readonly schema: "types/approval";
    readonly description: "Somebody approved, or declined to approve, an action.";
}, {
    readonly name: "compiled_action";
    readonly schema: "types/compiled-action";
    readonly description: "Several tool calls were compiled into one script before they ran.";
}, {
    readonly name: "data_pipeline_run";
    readonly schema: "types/data-pipeline-run";
    readonly description: "A data pipeline ran over its inputs.";
}, {
    readonly name: "decision";
    readonly schema: "types/decision";
    readonly description: "An agent or a person chose one course of action.";
}, {
    readonly name: "delegation";
    readonly schema: "types/delegation";
    readonly description: "An agent handed part of its authority to another agent.";
}, {
    readonly name: "deployment";
    readonly schema: "types/deployment";
    readonly description: "A version of a system went into an environment.";
}, {
    readonly name: "dynamic_tool_discovery";
    readonly schema: "types/dynamic-tool-discovery";
    readonly description: "An agent found a tool at run time and a policy judged it.";
}, {
    readonly name: "guardrail_activation";
    readonly schema: "types/guardrail-activation";
    readonly description: "A guardrail fired and stopped, changed or flagged something.";
}, {
    readonly name: "human_oversight";
    readonly schema: "types/human-oversight";
    readonly description: "A person reviewed, corrected or took over.";
}, {
    readonly name: "incident";
    readonly schema: "types/incident";
    readonly description: "Something went wrong and was dealt with.";
}, {
    readonly name: "model_change";
    readonly schema: "types/model-change";
    readonly description: "A model or its configuration was exchanged or tuned.";
}, {
    readonly name: "permission_check";
    readonly schema: "types/permission-check";
    readonly description: "A permission was asked for and granted or refused.";
}, {
    readonly name: "policy_enforcement";
    readonly schema: "types/policy-enforcement";
    readonly description: "A policy was evaluated and its verdict enforced.";
}, {
    readonly name: "replay_certification";
    readonly schema: "types/replay-certification";
    readonly description: "A recorded run was replayed and gave the same result.";
}, {
    readonly name: "risk_assessment";
    readonly schema: "types/risk-assessment";
    readonly description: "Risks of a system or change were looked at and rated.";
}, {
    readonly name: "scan_finding";
    readonly schema: "types/scan-finding";
    readonly description: "A scan found an entity or a relation worth recording.";
}, {
    readonly name: "test_result";
    readonly schema: "types/test-result";
    readonly description: "A test or evaluation ran and had an outcome.";
}, {
    readonly name: "tool_invocation";
    readonly schema: "types/tool-invocation";
    readonly description: "A tool was called, with what arguments and to what effect.";
}];
