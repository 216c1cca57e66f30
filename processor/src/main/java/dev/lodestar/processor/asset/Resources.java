package dev.lodestar.processor.asset;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/** The application's resources: the folder beside the classes to which the build copies them. */
public final class Resources {
    /** The compiler option that names another folder, for builds that keep resources apart from classes. */
    public static final String OPTION = "lodestar.resources";

    private final @Nullable Path root;

    private Resources(@Nullable Path root) {
        this.root = root;
    }

    /** The resources of a compilation: the folder in the option {@value #OPTION}, or else the one for classes. */
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
            return null; // a compiler that writes to memory has no resources beside the classes
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

    /**
     * The files of a folder by name, in order, with {@code /} between folders and without those that a leading dot
     * hides.
     *
     * @throws IOException if the folder cannot be read; the message says why
     */
    public SortedMap<String, Path> files(String folder) throws IOException {
        return root == null || !Files.isDirectory(root.resolve(folder))
                ? new TreeMap<>()
                : FolderWalk.files(root.resolve(folder));
    }
}
