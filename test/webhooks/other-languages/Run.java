import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

public final class Run {
    public static void main(String[] args) throws Exception {
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] fields = line.split("\t", -1);
            List<String> secrets = new ArrayList<>();
            for (String one : fields[2].split(",")) if (!one.isEmpty()) secrets.add(text(one));
            List<Map.Entry<String, String>> headers = new ArrayList<>();
            for (int i = 3; i < fields.length; i++) {
                String[] header = fields[i].split("=", 2);
                headers.add(Map.entry(header[0], text(header[1])));
            }
            try {
                Verify.verify(headers, Base64.getDecoder().decode(fields[1]), secrets, Long.parseLong(fields[0]));
                System.out.println("accepted");
            } catch (Exception refused) {
                System.out.println("refused");
            }
        }
    }

    private static String text(String encoded) {
        return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
    }
}
