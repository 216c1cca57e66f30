package dev.lodestar.bench.stream.quotes;

import dev.lodestar.Action;
import dev.lodestar.App;
import dev.lodestar.Hub;
import dev.lodestar.Provides;
import dev.lodestar.View;

/** The benchmark's page as an application. */
@App(title = "Quotes")
public final class QuotesApp {
    /** The path of the action that makes an update. */
    public static final String NEXT = Actions.QUOTES_NEXT;

    private final Quotes quotes;

    QuotesApp(Quotes quotes, Hub hub) {
        this.quotes = quotes;
        quotes.connect(hub);
    }

    @Provides
    static Quotes quotes() {
        return Quotes.OF_THIS_PROCESS;
    }

    @View("/")
    QuotesPage page() {
        return quotes.page();
    }

    @Action("quotes/next")
    void next() {
        quotes.showNext();
    }
}
