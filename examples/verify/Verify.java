import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Verifies a delivery of Sendoff (Standard Webhooks, v1). Java 11 or newer, standard library only. */
public final class Verify {
    /** The delivery must not be believed: answer 400. */
    public static final class Refused extends Exception {
        Refused(String reason) {
            super(reason);
        }
    }

    /** The most that the clocks may differ, in seconds. */
    static final long TOLERANCE = 300;

    private Verify() {}

    /**
     * Returns the id of the event, by which repeated deliveries are recognised.
     *
     * @param headers names and values, as they were received
     * @param body the bytes as they were received, before anything parses them
     * @param secrets every {@code whsec_…} that is valid at present, two while one is rotated
     * @param now seconds since the epoch
     */
    public static String verify(List<Map.Entry<String, String>> headers, byte[] body, List<String> secrets, long now)
            throws Refused, GeneralSecurityException {
        String id = only(headers, "webhook-id");
        String timestamp = only(headers, "webhook-timestamp");
        String[] signatures = only(headers, "webhook-signature").split(" ", 21);
        if (id.length() > 1024 || !timestamp.matches("[0-9]{1,15}")) {
            throw new Refused("a header is malformed");
        }

        boolean matches = false;
        for (String secret : secrets) {
            byte[] expected = signature(secret, id + "." + timestamp + ".", body);
            // Every pair is compared, and each in constant time.
            for (int i = 0; i < Math.min(signatures.length, 20); i++) {
                matches |= MessageDigest.isEqual(expected, signatures[i].getBytes(StandardCharsets.UTF_8));
            }
        }
        if (!matches) {
            throw new Refused("no signature matches");
        }
        if (Math.abs(now - Long.parseLong(timestamp)) > TOLERANCE) {
            throw new Refused("the delivery is too old, or a clock is wrong");
        }
        return id;
    }

    private static String only(List<Map.Entry<String, String>> headers, String name) throws Refused {
        String found = null;
        for (Map.Entry<String, String> header : headers) {
            if (!header.getKey().equalsIgnoreCase(name)) continue;
            if (found != null) throw new Refused(name + " must be there once");
            found = header.getValue();
        }
        if (found == null || found.isEmpty() || found.contains(", ")) {
            throw new Refused(name + " must be there once");
        }
        return found;
    }

    private static byte[] signature(String secret, String start, byte[] body) throws GeneralSecurityException {
        byte[] key = Base64.getDecoder().decode(secret.substring(Math.min(6, secret.length())));
        if (!secret.startsWith("whsec_") || key.length < 24 || key.length > 64) {
            throw new IllegalArgumentException("a secret must be whsec_ and 24 to 64 bytes in base64");
        }
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        mac.update(start.getBytes(StandardCharsets.UTF_8));
        String digest = Base64.getEncoder().encodeToString(mac.doFinal(body));
        return ("v1," + digest).getBytes(StandardCharsets.UTF_8);
    }
}
