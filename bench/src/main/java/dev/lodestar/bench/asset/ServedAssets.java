package dev.lodestar.bench.asset;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Field;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Serves the assets of a compiled application with a small heap, fetches each, and compares it with the original. */
final class ServedAssets {
    private static final int HEAP = 16;
    private static final Pattern READY = Pattern.compile("Lodestar serves (\\S+) .* ready (\\d+) ms.*");

    private ServedAssets() {}

    static void measure(Path classes) throws Exception {
        Process server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + HEAP + "m",
                        "-cp",
                        classes + File.pathSeparator + System.getProperty("java.class.path"),
                        "app.Main",
                        "--port",
                        "0")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
            Matcher ready = READY.matcher(String.valueOf(lines.readLine()));
            if (!ready.matches()) {
                throw new IllegalStateException("The server did not start.");
            }
            System.out.println("server: ready after " + ready.group(2) + " ms with a heap of " + HEAP + " MB");
            System.out.println("fetched: " + fetch(URI.create(ready.group(1)), classes) + " bytes, all correct");
            System.out.println("memory: " + memory(server.pid()));
        } finally {
            server.destroy();
            server.waitFor();
        }
    }

    private static long fetch(URI root, Path classes) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        long fetched = 0;
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            for (Field constant : loader.loadClass("app.Assets").getDeclaredFields()) {
                constant.setAccessible(true);
                String url = (String) constant.get(null);
                byte[] body = client.send(
                                HttpRequest.newBuilder(root.resolve(url)).build(), BodyHandlers.ofByteArray())
                        .body();
                Path file = classes.resolve("assets").resolve(url.substring(url.lastIndexOf('/') + 1));
                if (!Arrays.equals(body, Files.readAllBytes(file))) {
                    throw new IllegalStateException(url + " is wrong.");
                }
                fetched += body.length;
            }
        }
        return fetched;
    }

    private static String memory(long pid) throws IOException {
        List<String> lines = Files.readAllLines(Path.of("/proc/" + pid + "/status"));
        return String.join(
                ", ",
                lines.stream()
                        .filter(line -> line.startsWith("Rss"))
                        .map(line -> line.replaceAll("\\s+", " "))
                        .toList());
    }
}
