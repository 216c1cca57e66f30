package dev.lodestar.bench.compile;

import dev.lodestar.Config;
import dev.lodestar.runtime.Server;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Starts the compiled application and requests its first, a middle and its last page, each as a shim and as a stream.
 */
final class RunningApplication {
    private RunningApplication() {}

    static void check(Path classes, int size) throws Exception {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            Method start = loader.loadClass("large.Main").getDeclaredMethod("start", Config.class);
            start.setAccessible(true);
            try (Server server = (Server) start.invoke(null, Config.defaults().withPort(0))) {
                for (int page : new int[] {0, size / 2, size - 1}) {
                    check("http://127.0.0.1:" + server.port() + "/shelf/" + page, page);
                }
            }
        }
    }

    private static void check(String url, int page) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        int status =
                client.send(request.GET().build(), BodyHandlers.discarding()).statusCode();
        require(status == 200, url + " answers " + status);
        HttpRequest post = request.POST(HttpRequest.BodyPublishers.ofString("{}"))
                .header("Content-Type", "application/json")
                .header("Sec-Fetch-Site", "same-origin")
                .build();
        HttpResponse<InputStream> stream = client.send(post, BodyHandlers.ofInputStream());
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line != null && !line.contains(">Shelf " + page + "</h1>")) {
                line = lines.readLine();
            }
            require(line != null, url + " ends without its page");
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
