package dev.lodestar.bench.template;

import io.jstach.jstache.JStache;
import io.jstach.jstachio.output.ByteBufferEncodedOutput;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Its generated renderer with pre-encoded text, into its reusable byte buffer. */
final class JStachioEngine implements Engine {
    private final ByteBufferEncodedOutput out = ByteBufferEncodedOutput.ofByteArray(StandardCharsets.UTF_8, 8 * 1024);

    @JStache(path = "templates/stocks.mustache")
    record JStachioPage(List<Stock> stocks) {}

    @Override
    public Object render(List<Stock> stocks) {
        out.close(); // Clears it.
        return JStachioPageRenderer.of().write(new JStachioPage(stocks), out);
    }

    @Override
    public byte[] bytes(Object rendered) {
        return out.toByteArray();
    }
}
