package dev.lodestar.structure;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The class files that were compiled together with a given one: those in its folder, or in its jar. */
public final class ClassFiles implements AutoCloseable {
    private final Path root;
    private final @Nullable FileSystem jar;

    private ClassFiles(Path root, @Nullable FileSystem jar) {
        this.root = root;
        this.jar = jar;
    }

    /** Opens those that were compiled together with a class. */
    public static ClassFiles beside(Class<?> type) throws IOException {
        Path location;
        try {
            location = Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
        if (Files.isDirectory(location)) {
            return new ClassFiles(location, null);
        }
        FileSystem jar = FileSystems.newFileSystem(location);
        return new ClassFiles(jar.getPath("/"), jar);
    }

    /** The binary names of the classes, without those of {@code package-info} and {@code module-info}. */
    public List<String> names() throws IOException {
        try (Stream<Path> files = files()) {
            return files.map(file -> file.toString().replace('\\', '/'))
                    .map(file ->
                            file.substring(0, file.length() - ".class".length()).replace('/', '.'))
                    .filter(name -> !name.endsWith("-info"))
                    .sorted()
                    .toList();
        }
    }

    /**
     * Copies the files into a folder, without that of {@code module-info}, so that tools take them as plain classes.
     */
    public void copyTo(Path folder) throws IOException {
        try (Stream<Path> files = files()) {
            for (Path file : files.filter(f -> !f.endsWith("module-info.class")).toList()) {
                Path copy = folder.resolve(file.toString());
                Files.createDirectories(copy.getParent());
                Files.copy(root.resolve(file), copy);
            }
        }
    }

    private Stream<Path> files() throws IOException {
        return Files.walk(root)
                .filter(file -> file.toString().endsWith(".class"))
                .map(root::relativize);
    }

    @Override
    public void close() throws IOException {
        if (jar != null) {
            jar.close();
        }
    }
}
