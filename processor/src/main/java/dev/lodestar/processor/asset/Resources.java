package dev.lodestar.processor.asset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/** The application's resources: the folder that the build copies them to, beside the classes. */
public final class Resources {
    /** The compiler option that names another folder, for builds that keep resources apart from classes. */
    public static final String OPTION = "lodestar.resources";

    private final @Nullable Path root;

    private Resources(@Nullable Path root) {
        this.root = root;
    }

    /** The resources of a compilation: the folder of the option {@value #OPTION}, else the one for classes. */
    public static Resources of(ProcessingEnvironment environment) {
        String option = environment.getOptions().get(OPTION);
        return new Resources(option != null ? Path.of(option) : classOutput(environment.getFiler()));
    }

    private static @Nullable Path classOutput(Filer filer) {
        try {
            // The filer names files, not folders; this one need not exist.
            URI uri =
                    filer.getResource(StandardLocation.CLASS_OUTPUT, "", OPTION).toUri();
            return Path.of(uri).getParent();
        } catch (IOException | IllegalArgumentException | FileSystemNotFoundException e) {
            return null; // a compiler that writes to memory: there are no resources beside the classes
        }
    }

    /**
     * Reads a text.
     *
     * @param folder the folder below the root: {@code templates}
     * @param name the file's path below it
     * @return the text, or empty if there is no such file
     * @throws CharacterCodingException if the file is not UTF-8
     * @throws IOException if it cannot be read
     */
    public Optional<String> text(String folder, String name) throws IOException {
        if (root == null) {
            return Optional.empty();
        }
        Path base = root.resolve(folder).normalize();
        Path file = base.resolve(name).normalize();
        return file.startsWith(base) && Files.isRegularFile(file)
                ? Optional.of(Files.readString(file, StandardCharsets.UTF_8))
                : Optional.empty();
    }

    /** The names of all files of a folder, with {@code /} between folders, in order. */
    public List<String> names(String folder) {
        if (root == null || !Files.isDirectory(root.resolve(folder))) {
            return List.of();
        }
        Path base = root.resolve(folder);
        try (Stream<Path> files = Files.walk(base)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> base.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !name.substring(name.lastIndexOf('/') + 1).startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a file that {@link #names} gave. */
    public byte[] bytes(String folder, String name) throws IOException {
        if (root == null) {
            throw new IOException("There are no resources.");
        }
        return Files.readAllBytes(root.resolve(folder).resolve(name));
    }
}
