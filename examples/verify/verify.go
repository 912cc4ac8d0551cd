// Package sendoff verifies deliveries of Sendoff (Standard Webhooks, v1). Go 1.19 or newer, standard library only.
package sendoff

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"net/http"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// ErrRefused says that the delivery must not be believed: answer 400.
var ErrRefused = errors.New("refused")

// Tolerance is the most that the clocks may differ.
const Tolerance = 300 * time.Second

var seconds = regexp.MustCompile(`^[0-9]{1,15}$`)

// Verify returns the id of the event, by which repeated deliveries are recognised. The body has the bytes as they were received, before
// anything parses them. Secrets are all `whsec_…` that are valid at present, two while one is rotated.
func Verify(headers http.Header, body []byte, secrets []string, now time.Time) (string, error) {
	var values [3]string
	for i, name := range []string{"Webhook-Id", "Webhook-Timestamp", "Webhook-Signature"} {
		found := headers.Values(name)
		if len(found) != 1 || found[0] == "" || strings.Contains(found[0], ", ") {
			return "", fmt.Errorf("%w: %s must be there once", ErrRefused, name)
		}
		values[i] = found[0]
	}
	id, timestamp, signatures := values[0], values[1], strings.SplitN(values[2], " ", 21)
	if len(signatures) > 20 {
		signatures = signatures[:20]
	}
	if len(id) > 1024 || !seconds.MatchString(timestamp) {
		return "", fmt.Errorf("%w: a header is malformed", ErrRefused)
	}

	matches := false
	for _, secret := range secrets {
		key, _ := base64.StdEncoding.DecodeString(strings.TrimPrefix(secret, "whsec_"))
		isWritten := "whsec_"+base64.StdEncoding.EncodeToString(key) == secret
		if !isWritten || len(key) < 24 || len(key) > 64 {
			return "", errors.New("a secret must be whsec_ and 24 to 64 bytes in base64")
		}
		mac := hmac.New(sha256.New, key)
		fmt.Fprintf(mac, "%s.%s.", id, timestamp)
		mac.Write(body)
		expected := []byte("v1," + base64.StdEncoding.EncodeToString(mac.Sum(nil)))
		// Every pair is compared, and each in constant time.
		for _, given := range signatures {
			matches = hmac.Equal(expected, []byte(given)) || matches
		}
	}
	if !matches {
		return "", fmt.Errorf("%w: no signature matches", ErrRefused)
	}
	sent, _ := strconv.ParseInt(timestamp, 10, 64)
	if distance := now.Unix() - sent; distance > int64(Tolerance.Seconds()) || -distance > int64(Tolerance.Seconds()) {
		return "", fmt.Errorf("%w: the delivery is too old, or a clock is wrong", ErrRefused)
	}
	return id, nil
}
