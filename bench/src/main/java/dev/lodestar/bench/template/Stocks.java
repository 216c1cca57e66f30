package dev.lodestar.bench.template;

import dev.lodestar.App;
import dev.lodestar.View;
import java.util.List;

/** The page as an application of Lodestar. */
@App(title = "Stock prices")
final class Stocks {
    private final List<Stock> stocks = Stock.all();

    @View("/")
    StocksPage page() {
        return new StocksPage(stocks);
    }
}
