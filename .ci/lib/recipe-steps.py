"""Prints the shell step of a recipe, as its CI would hand it to a shell: recipe-steps.py CI FILE."""

import sys

from ruamel.yaml import YAML

ci, path = sys.argv[1:]
document = YAML(typ="safe").load(open(path, encoding="utf-8"))

if ci == "circleci":
    steps = document["jobs"]["proof-verify"]["steps"]
    script = next(step["run"]["command"] for step in steps if isinstance(step, dict) and "run" in step)
elif ci == "azure":
    script = next(step["script"] for step in document["steps"] if "script" in step)
elif ci == "buildkite":
    # Buildkite interpolates when the pipeline is uploaded: $$ is a dollar sign.
    script = document["steps"][0]["command"].replace("$$", "$")
elif ci == "tekton":
    script = document["spec"]["steps"][0]["script"]
else:
    raise SystemExit(f"unknown CI: {ci}")
print(script, end="")
