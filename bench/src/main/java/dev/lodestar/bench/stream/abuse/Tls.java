package dev.lodestar.bench.stream.abuse;

import dev.lodestar.runtime.tls.CertificateFiles;
import dev.lodestar.runtime.tls.DevelopmentCertificate;
import dev.lodestar.runtime.tls.TlsException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** TLS for the benchmark's own connections: nobody checks certificates. */
final class Tls {
    private static final Path FOLDER = Path.of("bench", "target");
    private static final SSLContext TRUSTING = trusting();

    private Tls() {}

    private static final class Anybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    private static SSLContext trusting() {
        try {
            SSLContext context = SSLContext.getInstance("TLSv1.3");
            context.init(null, new TrustManager[] {new Anybody()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Performs the handshake over a connection. */
    static SSLSocket over(Socket socket, String protocol) throws IOException {
        SSLSocket secure =
                (SSLSocket) TRUSTING.getSocketFactory().createSocket(socket, "localhost", socket.getPort(), true);
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {protocol});
        secure.setSSLParameters(parameters);
        secure.startHandshake();
        return secure;
    }

    /** Options of a server that uses the certificate of this benchmark. */
    static String[] options() throws TlsException {
        String file = DevelopmentCertificate.in(FOLDER).certificate().toString();
        return new String[] {"--tls-cert", file, "--tls-key", file};
    }

    /** Listens on a free port with the certificate of this benchmark. */
    static SSLServerSocket listen() throws IOException, TlsException {
        SSLContext context =
                CertificateFiles.of(DevelopmentCertificate.in(FOLDER)).read();
        SSLServerSocket port = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 1_024, InetAddress.getLoopbackAddress());
        SSLParameters parameters = port.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {"h2"});
        port.setSSLParameters(parameters);
        return port;
    }
}
