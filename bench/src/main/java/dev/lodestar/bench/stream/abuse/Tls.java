package dev.lodestar.bench.stream.abuse;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** TLS for those who take part: nobody looks at certificates. */
final class Tls {
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

    /** Shakes hands over a connection. */
    static SSLSocket over(Socket socket, String protocol) throws IOException {
        SSLSocket secure =
                (SSLSocket) TRUSTING.getSocketFactory().createSocket(socket, "localhost", socket.getPort(), true);
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {protocol});
        secure.setSSLParameters(parameters);
        secure.startHandshake();
        return secure;
    }

    /** Listens on a free port with the certificate of this measurement. */
    static SSLServerSocket listen() throws IOException, GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(SelfSigned.open(), SelfSigned.PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLSv1.3");
        context.init(keys.getKeyManagers(), null, null);
        SSLServerSocket port = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 1_024, InetAddress.getLoopbackAddress());
        SSLParameters parameters = port.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {"h2"});
        port.setSSLParameters(parameters);
        return port;
    }
}
