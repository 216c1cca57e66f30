package dev.lodestar.bench.template;

import java.util.ArrayList;
import java.util.List;

/**
 * One row of the page. Public, like its components, for engines that find them at run time.
 *
 * @param index counted from 1
 * @param odd whether the index is odd
 * @param negative whether the price fell
 * @param ratio the change in percent of the price
 */
public record Stock(
        int index,
        boolean odd,
        String symbol,
        String name,
        String market,
        double price,
        double change,
        double ratio,
        boolean negative) {
    private static final String DATA = """
            ADBE|Adobe Systems|NASDAQ|39.26|0.13|0.33
            AMD|Advanced Micro Devices|NASDAQ|16.22|0.17|1.06
            AIR|A\u00e9roports & Avions|Euronext|124.5|-2.05|-1.62
            AMZN|Amazon.com|NASDAQ|36.85|-0.23|-0.62
            AAPL|Apple|NASDAQ|85.38|-0.87|-1.01
            BBY|Best Buy|NYSE|52.41|0.39|0.75
            BA|Boeing|NYSE|83.9|-1.1|-1.29
            CSCO|Cisco Systems|NASDAQ|26.77|0.16|0.6
            KO|Coca-Cola|NYSE|47.04|0.2|0.43
            DELL|Dell|NASDAQ|24.58|-0.48|-1.92
            JNJ|Johnson & Johnson|NYSE|61.02|0.84|1.4
            GOOG|Google|NASDAQ|467.59|6.9|1.5
            HAL|Halliburton|NYSE|32.05|-0.41|-1.26
            HPQ|Hewlett-Packard|NYSE|41.09|0.16|0.39
            IBM|International Business Machines|NYSE|92.34|-0.72|-0.77
            INTC|Intel|NASDAQ|20.3|0.12|0.59
            LOW|Lowe's|NYSE|30.64|0.24|0.79
            MSFT|Microsoft|NASDAQ|29.81|0.25|0.85
            ORCL|Oracle|NASDAQ|17.44|-0.31|-1.75
            XRX|Xerox|NYSE|16.95|0.04|0.24
            """;

    /** All twenty of them. */
    static List<Stock> all() {
        List<Stock> all = new ArrayList<>();
        for (String line : DATA.strip().split("\n")) {
            String[] fields = line.split("\\|");
            int index = all.size() + 1;
            double change = Double.parseDouble(fields[4]);
            all.add(new Stock(
                    index,
                    index % 2 == 1,
                    fields[0],
                    fields[1],
                    fields[2],
                    Double.parseDouble(fields[3]),
                    change,
                    Double.parseDouble(fields[5]),
                    change < 0));
        }
        return List.copyOf(all);
    }
}
