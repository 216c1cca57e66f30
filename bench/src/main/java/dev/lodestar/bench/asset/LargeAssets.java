package dev.lodestar.bench.asset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Compiles an application without assets and with 50 MB of them, and serves both. See {@code bench/assets}. */
public final class LargeAssets {
    private static final int TOTAL = 50_000_000;
    private static final List<Integer> HEAPS = List.of(16, 20, 24, 28, 32, 40, 48, 64, 96, 128);
    private static final String APPLICATION = """
            package app;
            import dev.lodestar.*;
            @App class Shop { @View("/") Html page() { return Html.text("Shop"); } }
            """;

    private LargeAssets() {}

    /** @param args {@code media} for 25 incompressible films; {@code text} for 500 style sheets */
    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("lodestar-assets");
        try {
            Path source = Files.writeString(folder.resolve("Shop.java"), APPLICATION);
            Path bare = Files.createDirectory(folder.resolve("bare"));
            int heap = compile(source, bare, HEAPS.get(0));
            Path full = Files.createDirectory(folder.resolve("full"));
            if (args[0].equals("text")) {
                write(full.resolve("assets"), 500, "css", LargeAssets::text);
            } else {
                write(full.resolve("assets"), 25, "mp4", LargeAssets::noise);
            }
            compile(source, full, heap);
            System.out.println("table: " + Files.size(full.resolve("app/lodestar.table")) + " bytes");
            ServedAssets.measure(full);
        } finally {
            delete(folder);
        }
    }

    /** Compiles with more and more heap until it succeeds. Returns the heap in MB. */
    private static int compile(Path source, Path classes, int atLeast) throws Exception {
        for (int heap : HEAPS) {
            long began = System.nanoTime();
            if (heap >= atLeast && javac(source, classes, heap)) {
                System.out.printf(
                        "%s: compiled with a heap of %d MB in %d ms%n",
                        classes.getFileName(), heap, (System.nanoTime() - began) / 1_000_000);
                return heap;
            }
        }
        throw new IllegalStateException("No heap was large enough.");
    }

    private static boolean javac(Path source, Path classes, int heap) throws Exception {
        Path bin = Path.of(System.getProperty("java.home"), "bin", "javac");
        String path = System.getProperty("java.class.path");
        return new ProcessBuilder(
                                bin.toString(),
                                "-J-Xmx" + heap + "m",
                                "-cp",
                                path,
                                "-processorpath",
                                path,
                                "-processor",
                                "dev.lodestar.processor.LodestarProcessor",
                                "-d",
                                classes.toString(),
                                source.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    private interface Kind {
        byte[] bytes(Random random, int length);
    }

    private static void write(Path folder, int files, String ending, Kind kind) throws IOException {
        Files.createDirectories(folder);
        Random random = new Random(1);
        for (int i = 0; i < files; i++) {
            Files.write(folder.resolve(i + "." + ending), kind.bytes(random, TOTAL / files));
        }
    }

    private static byte[] noise(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    // Rules that repeat some words and differ in numbers, like those of real style sheets.
    private static byte[] text(Random random, int length) {
        String[] words = {"color", "margin", "padding", "border-radius", "font-size", "line-height", "gap", "width"};
        StringBuilder text = new StringBuilder(length + 100);
        while (text.length() < length) {
            text.append(".c").append(random.nextInt(5000)).append(" {\n");
            for (int i = random.nextInt(6); i >= 0; i--) {
                text.append("  ").append(words[random.nextInt(words.length)]).append(": ");
                text.append(random.nextInt(100)).append("px;\n");
            }
            text.append("}\n");
        }
        return text.substring(0, length).getBytes(StandardCharsets.US_ASCII);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
