package dev.lodestar.browser.engine;

/** What a page can come over. Browsers speak HTTP/2 over TLS alone. */
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

    /** Waits until the page and whatever it fetched have come over this protocol, and at least its first stream has. */
    public void awaitSpokenBy(Tab tab) {
        tab.awaitValue(token, """
                [...new Set(performance.getEntries().map((entry) => entry.nextHopProtocol).filter(Boolean))].join()""");
    }
}
