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
 * The files of a server's certificate. They are checked every second, without opening them, and read again when they
 * have changed. If the new files are bad, the log says so and the previous certificate stays in use. Safe for use by
 * any thread.
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

    /** Creates the files of a certificate; reads nothing yet. */
    public static CertificateFiles of(Tls tls) {
        return new CertificateFiles(tls);
    }

    /**
     * Reads the files.
     *
     * @return the context for handshakes
     * @throws TlsException if the certificate cannot be used
     */
    public SSLContext read() throws TlsException {
        return Identity.read(tls).context();
    }

    /**
     * Reads the files again whenever they change.
     *
     * @param worker runs the checks
     * @param renewed receives the context of the new certificate
     * @return the recurring check, until it is stopped
     */
    public synchronized Recurring watch(TaskTimer timer, Executor worker, Consumer<SSLContext> renewed) {
        this.renewed = renewed;
        return Recurring.start("the check of the certificate's files", timer, worker, () -> INTERVAL, this::check);
    }

    // The two files are written one after the other, and not at once: they are read when they have stopped changing.
    private synchronized void check() {
        FileStamps now = FileStamps.of(tls);
        if (!now.equals(read) && now.equals(seen)) {
            renew();
        }
        seen = now;
    }

    /** Reads the files again now. */
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
