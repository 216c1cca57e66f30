package dev.lodestar.runtime.http;

import dev.lodestar.Config;
import dev.lodestar.runtime.tls.Certificates;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The same over TLS, where a connection may have taken bytes that it has not sent yet. */
class TlsEventStreamTest extends EventStreamTest {
    private static Config config = Config.defaults();

    @BeforeAll
    static void makeCertificate(@TempDir Path folder) throws Exception {
        config = Config.defaults().withTls(Certificates.write(folder, "EC"));
    }

    @Override
    Config config() {
        return config;
    }
}
