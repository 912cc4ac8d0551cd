package main

import (
	"bufio"
	"encoding/base64"
	"fmt"
	"net/http"
	"os"
	"strconv"
	"strings"
	"time"

	sendoff "example/verify"
)

func decode(text string) string {
	bytes, err := base64.StdEncoding.DecodeString(text)
	if err != nil {
		panic(err)
	}
	return string(bytes)
}

func main() {
	lines := bufio.NewReader(os.Stdin)
	for {
		line, err := lines.ReadString('\n')
		if err != nil {
			return
		}
		fields := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		now, _ := strconv.ParseInt(fields[0], 10, 64)
		secrets := []string{}
		for _, one := range strings.Split(fields[2], ",") {
			if one != "" {
				secrets = append(secrets, decode(one))
			}
		}
		headers := http.Header{}
		for _, one := range fields[3:] {
			name, value, _ := strings.Cut(one, "=")
			headers.Add(name, decode(value))
		}
		if _, err := sendoff.Verify(headers, []byte(decode(fields[1])), secrets, time.Unix(now, 0)); err != nil {
			fmt.Println("refused")
		} else {
			fmt.Println("accepted")
		}
	}
}
