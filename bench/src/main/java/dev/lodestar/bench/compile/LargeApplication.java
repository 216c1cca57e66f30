package dev.lodestar.bench.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the sources and templates of an application with a given number of views, actions and templates. */
record LargeApplication(Path folder, int size) {
    private static final int PER_CLASS = 10;

    /** The folder for Java sources. */
    Path sources() {
        return folder.resolve("java");
    }

    /** The folder for resources. */
    Path resources() {
        return folder.resolve("resources");
    }

    void write() throws IOException {
        write(sources().resolve("large/Shop.java"), """
                package large;

                @dev.lodestar.App(title = "Shop")
                final class Shop {}
                """);
        for (int first = 0; first < size; first += PER_CLASS) {
            writeHandlers(first);
        }
        for (int i = 0; i < size; i++) {
            writePage(i);
        }
    }

    private void writeHandlers(int first) throws IOException {
        StringBuilder methods = new StringBuilder();
        for (int i = first; i < Math.min(size, first + PER_CLASS); i++) {
            methods.append("""

                        @View("/shelf/%1$d")
                        Page%1$d page%1$d(@Query("from") Optional<Integer> from) {
                            return new Page%1$d("Shelf %1$d", from.orElse(0), List.of(new Item("one", sold.get())), sold.get() > 0);
                        }

                        @Action("shelf/buy%1$d")
                        void buy%1$d(@Signal("amount") int amount, Session session) {
                            sold.addAndGet(amount);
                        }
                    """.formatted(i));
        }
        String name = "Shelves" + first / PER_CLASS;
        write(sources().resolve("large/" + name + ".java"), """
                package large;

                import dev.lodestar.*;
                import java.util.*;
                import java.util.concurrent.atomic.AtomicInteger;

                final class %s {
                    private final AtomicInteger sold = new AtomicInteger();
                %s}
                """.formatted(name, methods));
        if (first == 0) {
            write(sources().resolve("large/Item.java"), "package large;\n\nrecord Item(String name, int price) {}\n");
        }
    }

    private void writePage(int i) throws IOException {
        write(sources().resolve("large/Page" + i + ".java"), """
                package large;

                @dev.lodestar.Template("page%1$d.mustache")
                record Page%1$d(String title, int from, java.util.List<Item> items, boolean sold) {}
                """.formatted(i));
        write(resources().resolve("templates/page" + i + ".mustache"), """
                <main id="shelf%1$d">
                  <h1 class="{{title}}">{{title}}</h1>
                  <p>From {{from}}{{#sold}}, some are sold{{/sold}}{{^sold}}, all are there{{/sold}}</p>
                  <ul>
                    {{#items}}
                    <li id="item-{{name}}"><b>{{name}}</b> costs {{price}}</li>
                    {{/items}}
                  </ul>
                  <button data-on:click="$amount = 1; @post('{{action:shelf/buy%1$d}}')">Buy</button>
                  <a href="{{view:/shelf/%1$d}}">Again</a>
                </main>
                """.formatted(i));
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
