package dev.lodestar.browser.engine;

/** The protocols that a page can be loaded with. Browsers support HTTP/2 over TLS only. */
public enum Protocol {
    /** HTTP/1.1 without TLS. */
    HTTP_1_1("http/1.1"),
    /** HTTP/2 over TLS. */
    HTTP_2("h2");

    private final String token;

    Protocol(String token) {
        this.token = token;
    }

    /** Whether it needs a certificate. */
    public boolean isEncrypted() {
        return this == HTTP_2;
    }

    /** Waits until the page, everything that it fetched, and its first stream have come over this protocol. */
    public void awaitSpokenBy(Tab tab) {
        tab.awaitValue(token, """
                [...new Set(performance.getEntries().map((entry) => entry.nextHopProtocol).filter(Boolean))].join()""");
    }
}
