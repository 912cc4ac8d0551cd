<?php
require $argv[1] . '/verify.php';

while (($line = fgets(STDIN)) !== false) {
    [$now, $body, $secrets] = $fields = explode("\t", rtrim($line, "\n"));
    $decoded = array_map(function (string $one): array {
        [$name, $value] = explode('=', $one, 2);
        return [$name, base64_decode($value)];
    }, array_slice($fields, 3));
    $keys = array_map('base64_decode', array_filter(explode(',', $secrets)));
    try {
        Sendoff\verify($decoded, base64_decode($body), $keys, (int) $now);
        echo "accepted\n";
    } catch (Throwable) {
        echo "refused\n";
    }
}
