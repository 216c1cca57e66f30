package dev.lodestar.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lodestar.Config;
import dev.lodestar.runtime.Server;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;

/** An application in the package {@code app}, compiled in a folder as a build would, to start in this process. */
final class CompiledApplication {
    private final ClassLoader loader;

    private CompiledApplication(ClassLoader loader) {
        this.loader = loader;
    }

    /** Compiles one source file. The resources are in the folder of the classes. */
    static CompiledApplication of(Path folder, String name, String source) throws IOException {
        Path file = folder.resolve("src/app/" + name + ".java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, source);
        compile(folder, file);
        return new CompiledApplication(
                new URLClassLoader(new URL[] {folder.toUri().toURL()}));
    }

    static void compile(Path folder, Path source) {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        String[] arguments = {
            "-cp", path, "-d", folder.toString(), "-processor", LodestarProcessor.class.getName(), source.toString()
        };
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments), "javac");
    }

    Class<?> type(String name) throws ClassNotFoundException {
        return loader.loadClass("app." + name);
    }

    /** Starts it on a free port. */
    Server start() throws Throwable {
        return start(Config.defaults());
    }

    /** Starts it with these settings, but on a free port. */
    Server start(Config config) throws Throwable {
        try {
            return (Server) type("Main").getMethod("start", Config.class).invoke(null, config.withPort(0));
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** The path of an action. */
    String action(String constant) throws ReflectiveOperationException {
        return (String) type("Actions").getField(constant).get(null);
    }
}
