package dev.lodestar.runtime;

import dev.lodestar.Config;
import dev.lodestar.runtime.asset.TableBytes;
import dev.lodestar.runtime.frame.FrameEncodings;
import dev.lodestar.runtime.route.RouteTable;
import dev.lodestar.runtime.tls.Certificates;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A server on a free port, with routes as generated code makes them, and a client for it. */
public final class RunningSite implements AutoCloseable {
    public static final String SHIM = "<!doctype html><title>Test</title><div id=\"lodestar\"></div>".repeat(4);

    private final Server server;
    private final @Nullable SSLContext trust;
    private final HttpClient client;

    private RunningSite(Server server, Config config) {
        this.server = server;
        this.trust = config.tls().map(Certificates::trusting).orElse(null);
        this.client = client(HttpClient.Version.HTTP_1_1);
    }

    /** Starts a server with shims at {@code /}, {@code /other}, {@code /slow} and {@code /page}. */
    public static RunningSite start(Config config, BiConsumer<RouteTable.Builder, Server> routes) {
        return start(config, FrameEncodings.standard(), routes);
    }

    /** Starts a server that offers other encodings of streams. */
    static RunningSite start(Config config, FrameEncodings encodings, BiConsumer<RouteTable.Builder, Server> routes) {
        TableBytes table = new TableBytes()
                .shim("/", SHIM)
                .shim("/other", SHIM)
                .shim("/slow", SHIM)
                .page("/page", SHIM)
                .asset("/assets/0a1b2c/app.css", "text/css; charset=utf-8", "body{}".getBytes())
                .asset(List.of("/assets/0a1b2c/a +%ä.txt", "/robots.txt"), "text/plain", "0123456789".getBytes())
                .asset("/assets/0a1b2c/empty.bin", "application/octet-stream", new byte[0]);
        Server server = Server.create(config.withPort(0), encodings);
        RouteTable.Builder builder = RouteTable.over(table.read());
        routes.accept(builder, server);
        return new RunningSite(server.start(builder.build()), config);
    }

    public static RunningSite start(BiConsumer<RouteTable.Builder, Server> routes) {
        return start(Config.defaults(), routes);
    }

    /** The number of connections that the server has open. */
    public int connections() {
        return server.connections();
    }

    public Server server() {
        return server;
    }

    /** A separate client, which trusts the site's certificate if it has one. */
    public HttpClient client(HttpClient.Version version) {
        HttpClient.Builder builder = HttpClient.newBuilder().version(version);
        return trust == null ? builder.build() : builder.sslContext(trust).build();
    }

    public HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(server.uri().resolve(path))
                .header("Sec-Fetch-Site", "same-origin")
                .timeout(Duration.ofSeconds(20));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    public HttpResponse<byte[]> sendForBytes(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(to(path).GET());
    }

    public HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        return send(
                to(path).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    public OpenStream stream(String path) throws IOException, InterruptedException {
        return stream(path, "identity");
    }

    public OpenStream stream(String path, String acceptEncoding) throws IOException, InterruptedException {
        return stream(to(path).header("Accept-Encoding", acceptEncoding));
    }

    public OpenStream stream(HttpRequest.Builder to) throws IOException, InterruptedException {
        return stream(to, "{}");
    }

    /** Opens a stream with signals. */
    public OpenStream stream(HttpRequest.Builder to, String json) throws IOException, InterruptedException {
        HttpRequest request = to.header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        return new OpenStream(response);
    }

    /** A bare connection: no client between the test and the bytes, except for TLS if the site has it. */
    public Socket socket() throws IOException {
        return connected(new Socket());
    }

    /** The same over a socket that the test has made. */
    public Socket connected(Socket socket) throws IOException {
        socket.setSoTimeout(10_000);
        socket.connect(new InetSocketAddress("127.0.0.1", server.port()));
        return trust == null ? socket : trust.getSocketFactory().createSocket(socket, "127.0.0.1", server.port(), true);
    }

    /** A connection that negotiated HTTP/2. */
    public Socket http2() throws IOException {
        return http2(new Socket());
    }

    /** The same over a socket that the test has made. */
    public Socket http2(Socket plain) throws IOException {
        SSLSocket socket = (SSLSocket) connected(plain);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {"h2"});
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    @Override
    public void close() {
        server.close();
    }
}
