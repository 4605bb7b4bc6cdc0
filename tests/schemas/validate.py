"""validate.py SCHEMA FILE...: says each place where a FILE breaks SCHEMA, and exits with 1 when there is one.
Exits with 77 when the validator (python3-jsonschema) is not installed."""

import json
import sys

try:
    import jsonschema
except ImportError:
    sys.exit(77)

with open(sys.argv[1], encoding="utf-8") as schema_file:
    schema = json.load(schema_file)
kind = jsonschema.validators.validator_for(schema)
kind.check_schema(schema)
validator = kind(schema, format_checker=jsonschema.FormatChecker())
broken = False
for path in sys.argv[2:]:
    with open(path, encoding="utf-8") as file:
        for error in validator.iter_errors(json.load(file)):
            print(f"{path}: /{'/'.join(map(str, error.path))}: {error.message[:300]}")
            broken = True
sys.exit(1 if broken else 0)
