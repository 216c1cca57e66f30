package dev.lodestar.runtime.http;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A proxy in front of a server: nginx, found on the {@code PATH} or where Debian installs it, with a configuration of
 * its own.
 */
final class Nginx implements AutoCloseable {
    private static final int ATTEMPTS = 5;

    private final Process process;
    private final int port;

    private Nginx(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static boolean isInstalled() {
        return executable().isPresent();
    }

    private static Optional<Path> executable() {
        List<String> folders = List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator));
        return Stream.concat(folders.stream(), Stream.of("/usr/sbin"))
                .map(folder -> Path.of(folder).resolve("nginx"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Starts nginx on a free port, and waits until it answers.
     *
     * @param folder an empty folder for its files
     * @param locations the {@code location} blocks of its server
     */
    static Nginx start(Path folder, String locations) throws IOException, InterruptedException {
        // Another process may take the port before nginx does.
        for (int attempt = 1; ; attempt++) {
            int port = freePort();
            Process process = launch(folder, port, locations);
            if (answers(process, port)
                    && !Files.readString(folder.resolve("error.log")).contains("bind()")) {
                return new Nginx(process, port);
            }
            process.destroyForcibly();
            if (attempt == ATTEMPTS) {
                throw new IOException("nginx does not start: " + Files.readString(folder.resolve("error.log")));
            }
        }
    }

    private static Process launch(Path folder, int port, String locations) throws IOException {
        Path config = Files.writeString(folder.resolve("nginx.conf"), """
                daemon off;
                master_process off;
                pid nginx.pid;
                error_log error.log;
                events {}
                http {
                    access_log off;
                    client_body_temp_path body;
                    proxy_temp_path proxy;
                    fastcgi_temp_path fastcgi;
                    uwsgi_temp_path uwsgi;
                    scgi_temp_path scgi;
                    server {
                        listen 127.0.0.1:%d;
                        proxy_http_version 1.1;
                        proxy_set_header Host localhost;
                        %s
                    }
                }
                """.formatted(port, locations));
        String nginx = executable().orElseThrow().toString();
        return new ProcessBuilder(nginx, "-p", folder.toString(), "-c", config.toString(), "-e", "error.log")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
    }

    private static boolean answers(Process process, int port) throws InterruptedException {
        while (process.isAlive()) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return true;
            } catch (IOException notYet) {
                process.waitFor(10, TimeUnit.MILLISECONDS);
            }
        }
        return false;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
