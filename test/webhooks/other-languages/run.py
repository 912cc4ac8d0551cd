import base64
import sys

sys.path.insert(0, sys.argv[1])
from verify import verify  # noqa: E402

for line in sys.stdin:
    now, body, secrets, *headers = line.rstrip("\n").split("\t")
    pairs = [one.split("=", 1) for one in headers]
    decoded = [(name, base64.b64decode(value).decode("latin-1")) for name, value in pairs]
    try:
        verify(decoded, base64.b64decode(body), [base64.b64decode(one).decode() for one in secrets.split(",") if one], int(now))
        print("accepted")
    except Exception:
        print("refused")
