package dev.lodestar.examples.todo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/**
 * What the application's jar says about the licences of its contents. It reads the jar, so the build runs it after
 * packaging.
 */
class JarLicenses {
    private static final Path JAR = Path.of("target/todo.jar");

    /** A line such as {@code (MPL-2.0) (EPL-1.0) H2 MVStore (com.h2database:h2-mvstore:2.4.240 - https://…)}. */
    private static final Pattern LINE = Pattern.compile("((?:\\([^()]+\\) )+).*\\(([^:()]+):([^:]+):\\S+ - .*\\)");

    private static final Pattern LICENSE = Pattern.compile("\\(([^()]+)\\) ");

    /** A file with a licence or a notice. */
    private static final Pattern RIGHTS =
            Pattern.compile("(META-INF/)?(LICENSE|NOTICE|DEPENDENCIES|about)[^/]*", Pattern.CASE_INSENSITIVE);

    private record Library(Path jar, String name) {}

    @Test
    void applicationHasItsOwnLicense() throws IOException {
        assertArrayEquals(Files.readAllBytes(Path.of("../../LICENSE")), bytes(JAR, "META-INF/LICENSE"));
    }

    @Test
    void eachPartOfLodestarHasItsLicense() throws IOException {
        List<Library> own = libraries().stream()
                .filter(library -> library.name().startsWith("lodestar-"))
                .toList();
        assertTrue(own.size() >= 2, "the runtime and the API: " + own);
        for (Library library : own) {
            assertArrayEquals(Files.readAllBytes(Path.of("../../LICENSE")), bytes(library.jar(), "META-INF/LICENSE"));
        }
    }

    @Test
    void noLicenseOrNoticeOfALibraryIsLost() throws IOException {
        int found = 0;
        for (Library library : libraries()) {
            for (String file : files(library.jar())) {
                if (RIGHTS.matcher(file).matches()) {
                    assertArrayEquals(
                            bytes(library.jar(), file),
                            bytes(JAR, "META-INF/licenses/" + library.name() + "/" + file),
                            () -> library.name() + " has " + file);
                    found++;
                }
            }
        }
        assertTrue(found >= 5, "files of SLF4J, JBoss and others: " + found);
    }

    @Test
    void listNamesEachLibraryAndItsLicense() throws IOException {
        String list = list();
        List<Library> libraries = libraries();
        assertTrue(libraries.size() > 8, () -> "Undertow, XNIO, Gson and others: " + libraries);
        for (Library library : libraries) {
            assertTrue(list.contains(":" + library.name() + ":"), () -> library.name() + " is not in\n" + list);
        }
    }

    @Test
    void textOfEachLicenseIsThere() throws IOException {
        List<String> files = files(JAR);
        int lines = 0;
        for (String line : list().lines().filter(line -> line.startsWith("  ")).toList()) {
            Matcher parts = LINE.matcher(line.strip());
            assertTrue(parts.matches(), line);
            String own = "META-INF/licenses/" + parts.group(3) + "/";
            boolean hasOwn = files.stream().anyMatch(file -> file.startsWith(own));
            List<String> licenses = LICENSE.matcher(parts.group(1))
                    .results()
                    .map(found -> found.group(1))
                    .toList();
            assertFalse(licenses.isEmpty(), line);
            assertTrue(
                    hasOwn || licenses.stream().allMatch(name -> files.contains("META-INF/licenses/" + name + ".txt")),
                    line);
            lines++;
        }
        assertEquals(list().lines().filter(line -> line.startsWith("  ")).count(), lines);
        assertTrue(lines > 8, "all libraries have a line");
    }

    private static String list() throws IOException {
        return new String(bytes(JAR, "META-INF/THIRD-PARTY.txt"), StandardCharsets.UTF_8);
    }

    /** The libraries that are both on the class path and in the application's jar. */
    private static List<Library> libraries() throws IOException {
        List<String> held = files(JAR);
        List<Library> libraries = new ArrayList<>();
        for (String place : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path jar = Path.of(place);
            if (place.endsWith(".jar") && firstClass(jar).filter(held::contains).isPresent()) {
                libraries.add(new Library(jar, name(jar)));
            }
        }
        return libraries;
    }

    /** The artifact id of a jar: Maven's repository has it in a folder for its version, in one for the artifact. */
    private static String name(Path jar) {
        String file = jar.getFileName().toString();
        Path version = jar.toAbsolutePath().getParent();
        Path folder = version.getParent();
        return file.startsWith(folder.getFileName() + "-" + version.getFileName())
                ? folder.getFileName().toString()
                : file.replaceFirst("-\\d.*", "");
    }

    private static Optional<String> firstClass(Path jar) throws IOException {
        return files(jar).stream()
                .filter(file -> file.endsWith(".class") && !file.startsWith("META-INF") && !file.contains("-info"))
                .findFirst();
    }

    private static List<String> files(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return Collections.list(file.entries()).stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .toList();
        }
    }

    private static byte[] bytes(Path jar, String name) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            ZipEntry entry = file.getEntry(name);
            assertTrue(entry != null, () -> jar + " has no " + name);
            return file.getInputStream(entry).readAllBytes();
        }
    }
}
