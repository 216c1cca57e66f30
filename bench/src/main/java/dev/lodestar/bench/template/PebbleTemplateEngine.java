package dev.lodestar.bench.template;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Its compiled template, into a string that is then encoded. */
final class PebbleTemplateEngine implements Engine {
    private final PebbleTemplate template =
            new PebbleEngine.Builder().loader(new ClasspathLoader()).build().getTemplate("templates/stocks.pebble");

    @Override
    public Object render(List<Stock> stocks) throws IOException {
        StringWriter out = new StringWriter(8 * 1024);
        template.evaluate(out, Map.of("stocks", stocks));
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] bytes(Object rendered) {
        return (byte[]) rendered;
    }
}
