"""A Python service that writes Proof records and asks `proof` on PATH about them.

    producer.py produce FILE [--members JSON] [--hash python|proof-verify|none]
    producer.py validate FILE --schemas FOLDER
    producer.py check FILE [--public-key KEY] [--signatures]

Needs nothing but Python 3; `validate` needs the package jsonschema.
"""

import argparse
import hashlib
import json
import math
import os
import subprocess
import sys

RECORD = {
    "record_id": "rec-python-0001",
    "record_version": "1.0",
    "timestamp": "2026-03-03T12:00:00Z",
    "source": "billing-service",
    "source_product": "billing",
    "record_type": "test_result",
    "event": {
        "suite": "Verträge \u2014 \u5951\u7d04 \U0001f600",
        "outcome": "passed",
        "control": "tab\tline\nbell\u0007quote\"slash/back\\ del\u007f sep\u2028",
        # A plane-1 name sorts before U+FB33 in UTF-16, after it in code points.
        "names": {"\ufb33": 1, "\U0001f600": 2, "b": 3, "A": 4, "": 5, "10": 6, "9": 7},
        "numbers": [0, -0.0, 1.0, 100, 4.5, 2e-3, 1e-7, 1e-6, 1e20, 1e21, 1e30, 5e-324, 1.7976931348623157e308],
        "fractions": [333333333.33333329, 0.1, -1.5e-9, 123456789012345680000.0, 9007199254740991, 0.000001234],
        "nothing": None,
        "flags": [True, False, [], {}],
    },
}


def number(value):
    """A number as ECMAScript prints it (RFC 8785, section 3.2.2.3)."""
    value = float(value)
    if not math.isfinite(value):
        raise ValueError("JSON has no such number")
    if value == 0:
        return "0"
    sign = "-" if value < 0 else ""
    mantissa, _, exponent = repr(abs(value)).partition("e")
    whole, _, fraction = mantissa.partition(".")
    digits = (whole + fraction).lstrip("0")
    # The value is 0.<digits> times ten to the power of point.
    point = len(whole) + int(exponent or 0) - (len(whole + fraction) - len(digits))
    digits = digits.rstrip("0")
    if len(digits) <= point <= 21:
        return sign + digits.ljust(point, "0")
    if 0 < point <= 21:
        return sign + digits[:point] + "." + digits[point:]
    if -6 < point <= 0:
        return sign + "0." + "0" * -point + digits
    power = point - 1
    tail = "." + digits[1:] if len(digits) > 1 else ""
    return f"{sign}{digits[0]}{tail}e{'+' if power > 0 else '-'}{abs(power)}"


def canonical(value):
    """RFC 8785."""
    if isinstance(value, dict):
        names = sorted(value, key=lambda name: name.encode("utf-16-be"))
        return "{" + ",".join(canonical(name) + ":" + canonical(value[name]) for name in names) + "}"
    if isinstance(value, list):
        return "[" + ",".join(canonical(one) for one in value) + "]"
    if isinstance(value, bool) or value is None or isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    return number(value)


def record_hash(record):
    covered = {
        **{name: record[name] for name in ("record_id", "record_version", "source", "source_product", "record_type")},
        "agent_id": record.get("agent_id", ""),
        "timestamp": record["timestamp"],
        "event": record["event"],
        "controls": record.get("controls", {"permissions_enforced": False}),
        "metadata": record.get("metadata"),
        "integrity": {"previous_record_hash": record.get("integrity", {}).get("previous_record_hash", "")},
    }
    return "sha256:" + hashlib.sha256(canonical(covered).encode("utf-8")).hexdigest()


def produce(args):
    record = {**RECORD, **json.loads(args.members)}
    if args.hash == "python":
        record["integrity"] = {"record_hash": record_hash(record)}
    with open(args.file, "w", encoding="utf-8") as file:
        json.dump(record, file, indent=2)
    if args.hash == "proof-verify":
        done = subprocess.run(["proof-verify", "hash", "--write", args.file], capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(done.stderr)
        with open(args.file, encoding="utf-8") as file:
            record = json.load(file)
        if not record["integrity"]["record_hash"] == record_hash(record) == done.stdout.strip():
            sys.exit("the two hashes differ")
    return {"record_hash": record.get("integrity", {}).get("record_hash")}


def validate(args):
    try:
        import jsonschema
    except ImportError:
        return {"jsonschema": False}

    with open(args.file, encoding="utf-8") as file:
        record = json.load(file)
    # A record is validated in its typed view: absent members that have a default are filled in.
    record = {"controls": {"permissions_enforced": False}, **record}
    problems = []
    kind = record["record_type"].replace("_", "-")
    for name in ("proof-record-v1", f"types/{kind}"):
        path = os.path.join(args.schemas, *f"{name}.schema.json".split("/"))
        if not os.path.exists(path):
            problems.append(f"no schema {name}")
            continue
        with open(path, encoding="utf-8") as file:
            schema = json.load(file)
        jsonschema.Draft7Validator.check_schema(schema)
        problems += [f"{one.json_path}: {one.validator}" for one in jsonschema.Draft7Validator(schema).iter_errors(record)]
    return {"jsonschema": True, "problems": problems}


def check(args):
    command = ["proof", "verify", "--json"]
    if args.signatures:
        command.append("--signatures")
    if args.public_key is not None:
        command += ["--public-key", args.public_key]
    done = subprocess.run([*command, args.file], capture_output=True, text=True, encoding="utf-8")
    told = {"exit": done.returncode, "stdout": done.stdout, "stderr": done.stderr}
    if done.returncode == 0:
        return {**told, "decision": "accept", "result": json.loads(done.stdout)}
    if done.returncode == 2:
        return {**told, "decision": "reject"}
    if done.returncode == 6:
        return {**told, "decision": "ask the operator"}
    return {**told, "decision": "stop"}


def main():
    parser = argparse.ArgumentParser()
    commands = parser.add_subparsers(required=True)
    one = commands.add_parser("produce")
    one.add_argument("file")
    one.add_argument("--members", default="{}")
    one.add_argument("--hash", default="python", choices=["python", "proof-verify", "none"])
    one.set_defaults(run=produce)
    one = commands.add_parser("validate")
    one.add_argument("file")
    one.add_argument("--schemas", required=True)
    one.set_defaults(run=validate)
    one = commands.add_parser("check")
    one.add_argument("file")
    one.add_argument("--public-key")
    one.add_argument("--signatures", action="store_true")
    one.set_defaults(run=check)
    args = parser.parse_args()
    # ASCII, whatever encoding the terminal has.
    print(json.dumps(args.run(args)))


main()
