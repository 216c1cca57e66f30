package dev.lodestar.runtime.tls;

import dev.lodestar.Tls;
import dev.lodestar.runtime.work.Recurring;
import dev.lodestar.runtime.work.TaskTimer;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of a server's certificate. They are looked at every second, which opens none, and read again when they have
 * changed: what is bad then is reported, and what was good before stays in force. Safe for use by any thread.
 */
public final class CertificateFiles {
    private static final Logger log = LoggerFactory.getLogger(CertificateFiles.class);
    private static final long INTERVAL = TimeUnit.SECONDS.toNanos(1);

    private final Tls tls;
    private Consumer<SSLContext> renewed = context -> {};
    private FileStamps read;
    private FileStamps seen;

    private CertificateFiles(Tls tls) {
        this.tls = tls;
        this.read = FileStamps.of(tls);
        this.seen = read;
    }

    /** Takes charge of a certificate's files. */
    public static CertificateFiles of(Tls tls) {
        return new CertificateFiles(tls);
    }

    /**
     * Reads them.
     *
     * @return what handshakes are made with
     * @throws TlsException if that cannot be
     */
    public SSLContext read() throws TlsException {
        return Identity.read(tls).context();
    }

    /**
     * Reads them again whenever they change.
     *
     * @param worker where that is done
     * @param renewed what is given the new certificate
     * @return what does so until it is stopped
     */
    public synchronized Recurring watch(TaskTimer timer, Executor worker, Consumer<SSLContext> renewed) {
        this.renewed = renewed;
        return Recurring.start("the look at the certificate's files", timer, worker, () -> INTERVAL, this::look);
    }

    // Two files change one after the other, and each takes its time: they are read when they are left alone.
    private synchronized void look() {
        FileStamps now = FileStamps.of(tls);
        if (!now.equals(read) && now.equals(seen)) {
            renew();
        }
        seen = now;
    }

    /** Reads them again now. */
    public synchronized void renew() {
        read = FileStamps.of(tls);
        try {
            renewed.accept(read());
            log.info("New connections get the certificate in {} as it is now.", tls.certificate());
        } catch (TlsException e) {
            log.error("{} New connections get the certificate that was there before.", e.getMessage());
        }
    }
}
