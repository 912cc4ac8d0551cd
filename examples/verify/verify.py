"""Verifies a delivery of Sendoff (Standard Webhooks, v1). Python 3.8 or newer, standard library only."""

import base64
import hashlib
import hmac
import re
import time

TOLERANCE = 300  # the most that the clocks may differ, in seconds


class Refused(Exception):
    """The delivery must not be believed: answer 400."""


def verify(headers, body, secrets, now=None):
    """Returns the id of the event, by which repeated deliveries are recognised.

    headers: pairs of a name and a value, as they were received
    body: the bytes as they were received, before anything parses them
    secrets: every `whsec_…` that is valid at present, two while one is rotated
    """
    event_id = _only(headers, "webhook-id")
    timestamp = _only(headers, "webhook-timestamp")
    signatures = _only(headers, "webhook-signature").split(" ")[:20]
    if len(event_id) > 1024 or not re.fullmatch(r"[0-9]{1,15}", timestamp):
        raise Refused("a header is malformed")

    signed = f"{event_id}.{timestamp}.".encode() + body
    expected = [_signature(secret, signed) for secret in secrets]
    # Every pair is compared, and each in constant time.
    matches = [hmac.compare_digest(one.encode(), given.encode()) for one in expected for given in signatures]
    if not any(matches):
        raise Refused("no signature matches")
    if abs((time.time() if now is None else now) - int(timestamp)) > TOLERANCE:
        raise Refused("the delivery is too old, or a clock is wrong")
    return event_id


def _only(headers, name):
    values = [value for key, value in headers if key.lower() == name]
    if len(values) != 1 or not values[0] or ", " in values[0]:
        raise Refused(f"{name} must be there once")
    return values[0]


def _signature(secret, signed):
    key = base64.b64decode(secret[len("whsec_"):], validate=True)
    if not secret.startswith("whsec_") or not 24 <= len(key) <= 64:
        raise ValueError("a secret must be whsec_ and 24 to 64 bytes in base64")
    digest = hmac.new(key, signed, hashlib.sha256).digest()
    return "v1," + base64.b64encode(digest).decode()
