"""check_schema.py [--closed] SCHEMA REPORT...: says where a report departs from the schema. Ends with 77 without a
validator.

--closed: the schema lets later versions add keys; here a key that it does not describe is a mistake, too.
"""
import json
import sys

try:
    import jsonschema
except ImportError:
    print("python3-jsonschema is not there")
    sys.exit(77)


def closed(part):
    """The schema with every object that names its properties closed to others."""
    if isinstance(part, dict):
        part = {key: closed(value) for key, value in part.items()}
        if part.get("type") == "object" and "properties" in part:
            part["additionalProperties"] = False
    elif isinstance(part, list):
        part = [closed(value) for value in part]
    return part


arguments = [argument for argument in sys.argv[1:] if argument != "--closed"]
schema = json.load(open(arguments[0], encoding="utf-8"))
kind = jsonschema.validators.validator_for(schema)
kind.check_schema(schema)
validator = kind(closed(schema) if "--closed" in sys.argv else schema, format_checker=jsonschema.FormatChecker())
mistakes = 0
for name in arguments[1:]:
    for mistake in validator.iter_errors(json.load(open(name, encoding="utf-8"))):
        mistakes += 1
        print(f"{name}: {mistake.json_path}: {mistake.message[:200]}")
sys.exit(1 if mistakes else 0)
