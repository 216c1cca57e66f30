package dev.lodestar.runtime.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.Tls;
import dev.lodestar.runtime.work.ManualTimer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateFilesTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @TempDir
    private Path folder;

    private final ManualTimer timer = new ManualTimer();
    private final List<SSLContext> renewed = new ArrayList<>();
    private Tls tls = new Tls(Path.of(""), Path.of(""));
    private CertificateFiles files = CertificateFiles.of(tls);

    @BeforeEach
    void watch() throws Exception {
        tls = Certificates.write(folder, "EC");
        files = CertificateFiles.of(tls);
        files.watch(timer, Runnable::run, renewed::add);
    }

    private int renewedAfter(Duration time) {
        timer.advance(time);
        return renewed.size();
    }

    @Test
    void changedFilesAreReadOnceTheyStopChanging() throws Exception {
        assertEquals(0, renewedAfter(Duration.ofMinutes(1)));
        Certificates.writeAnother(folder, "EC");
        assertEquals(0, renewedAfter(SECOND));
        Files.setLastModifiedTime(tls.key(), FileTime.fromMillis(1));
        assertEquals(0, renewedAfter(SECOND));
        assertEquals(1, renewedAfter(SECOND));
        assertEquals(1, renewedAfter(Duration.ofMinutes(1)));
    }

    @Test
    void badFilesKeepThePreviousCertificateUntilGoodOnesCome() throws Exception {
        Path good = Files.copy(tls.certificate(), folder.resolve("good"));
        Files.writeString(tls.certificate(), "nothing");
        assertEquals(0, renewedAfter(Duration.ofMinutes(1)));
        Files.delete(tls.certificate());
        assertEquals(0, renewedAfter(Duration.ofMinutes(1)));
        Files.move(good, tls.certificate());
        assertEquals(1, renewedAfter(Duration.ofMinutes(1)));
    }

    @Test
    void retargetedLinkIsAChange() throws Exception {
        Path old = Files.move(tls.certificate(), folder.resolve("old"));
        Files.createSymbolicLink(tls.certificate(), old);
        renewedAfter(Duration.ofMinutes(1));
        int before = renewed.size();

        Path other = Files.createDirectory(folder.resolve("other"));
        Tls next = Certificates.writeAnother(other, "EC");
        Files.copy(next.key(), tls.key(), StandardCopyOption.REPLACE_EXISTING);
        Files.delete(tls.certificate());
        Files.createSymbolicLink(tls.certificate(), next.certificate());
        assertEquals(before + 1, renewedAfter(Duration.ofMinutes(1)));
    }

    @Test
    void renewReadsThemAtOnceWhetherTheyChangedOrNot() {
        files.renew();
        assertEquals(1, renewed.size());
        assertEquals(1, renewedAfter(Duration.ofMinutes(1)));
    }

    @Test
    void filesAreCheckedAgainAfterARejectedTaskAndAFailedRenewal() throws Exception {
        int[] refused = {0};
        CertificateFiles watched = CertificateFiles.of(tls);
        watched.watch(
                timer,
                task -> {
                    if (refused[0]++ == 0) {
                        throw new RejectedExecutionException("on purpose");
                    }
                    task.run();
                },
                context -> {
                    renewed.add(context);
                    if (renewed.size() == 1) {
                        throw new IllegalStateException("on purpose");
                    }
                });
        files = CertificateFiles.of(tls);
        for (int i = 1; i <= 2; i++) {
            Certificates.writeAnother(folder, "EC");
            Files.setLastModifiedTime(tls.key(), FileTime.fromMillis(i));
            int before = renewed.size();
            timer.advance(Duration.ofSeconds(5));
            assertTrue(renewed.size() > before, "renewal " + i);
        }
    }
}
