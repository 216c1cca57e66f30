package dev.lodestar.bench.template;

import dev.lodestar.Template;
import java.util.List;

/**
 * The page.
 *
 * @param stocks its rows
 */
@Template("stocks.mustache")
record StocksPage(List<Stock> stocks) {}
