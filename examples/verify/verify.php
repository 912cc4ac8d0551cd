<?php
// Verifies a delivery of Sendoff (Standard Webhooks, v1). PHP 8.0 or newer, standard library only.

declare(strict_types=1);

namespace Sendoff;

/** The delivery must not be believed: answer 400. */
final class Refused extends \RuntimeException
{
}

/** The most that the clocks may differ, in seconds. */
const TOLERANCE = 300;

/**
 * Returns the id of the event, by which repeated deliveries are recognised.
 *
 * @param list<array{string, string}> $headers pairs of a name and a value, as they were received
 * @param string $body the bytes as they were received (`php://input`), before anything parses them
 * @param list<string> $secrets every `whsec_…` that is valid at present, two while one is rotated
 */
function verify(array $headers, string $body, array $secrets, ?int $now = null): string
{
    $id = only($headers, 'webhook-id');
    $timestamp = only($headers, 'webhook-timestamp');
    $signatures = array_slice(explode(' ', only($headers, 'webhook-signature')), 0, 20);
    if (strlen($id) > 1024 || preg_match('/\A[0-9]{1,15}\z/', $timestamp) !== 1) {
        throw new Refused('a header is malformed');
    }

    $signed = "$id.$timestamp.$body";
    $matches = false;
    foreach ($secrets as $secret) {
        $expected = signature($secret, $signed);
        // Every pair is compared, and each in constant time.
        foreach ($signatures as $given) {
            $matches = hash_equals($expected, $given) || $matches;
        }
    }
    if (!$matches) {
        throw new Refused('no signature matches');
    }
    if (abs(($now ?? time()) - (int) $timestamp) > TOLERANCE) {
        throw new Refused('the delivery is too old, or a clock is wrong');
    }
    return $id;
}

/** @param list<array{string, string}> $headers */
function only(array $headers, string $name): string
{
    $named = array_filter($headers, fn (array $header) => strtolower($header[0]) === $name);
    $values = array_column($named, 1);
    if (count($values) !== 1 || $values[0] === '' || str_contains($values[0], ', ')) {
        throw new Refused("$name must be there once");
    }
    return $values[0];
}

function signature(string $secret, string $signed): string
{
    $key = (string) base64_decode(substr($secret, 6), true);
    $isWritten = 'whsec_' . base64_encode($key) === $secret;
    if (!$isWritten || strlen($key) < 24 || strlen($key) > 64) {
        throw new \InvalidArgumentException('a secret must be whsec_ and 24 to 64 bytes in base64');
    }
    return 'v1,' . base64_encode(hash_hmac('sha256', $signed, $key, true));
}
