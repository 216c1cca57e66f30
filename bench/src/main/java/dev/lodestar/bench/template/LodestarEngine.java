package dev.lodestar.bench.template;

import dev.lodestar.runtime.html.HtmlOutput;
import java.util.List;

/** What the runtime does for a frame: the generated renderer, into a reusable output. */
final class LodestarEngine implements Engine {
    private final HtmlOutput out = new HtmlOutput();

    @Override
    public HtmlOutput render(List<Stock> stocks) {
        out.reset();
        StocksPageRenderer.render(new StocksPage(stocks), out);
        return out;
    }

    @Override
    public byte[] bytes(Object rendered) {
        return out.toByteArray();
    }
}
