package dev.lodestar.bench.template;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** mustache.java at run time, into a string that is then encoded. */
final class MustacheJavaEngine implements Engine {
    private final Mustache template = new DefaultMustacheFactory().compile("templates/stocks.mustache");

    @Override
    public Object render(List<Stock> stocks) {
        StringWriter out = new StringWriter(8 * 1024);
        template.execute(out, Map.of("stocks", stocks));
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] bytes(Object rendered) {
        return (byte[]) rendered;
    }
}
