package dev.lodestar.processor.asset;

import dev.lodestar.Html;
import java.util.List;

/**
 * The page that a view's {@code GET} answers with: no content, only what boots the client and opens the stream. It uses
 * nothing beyond Datastar 1.0, so that any client of the protocol can run it.
 *
 * @param lang the page's language
 * @param styles the paths of its style sheets
 * @param icon the URL of its icon; without one, browsers ask for {@code /favicon.ico}
 * @param client the path of the client
 */
record Shim(String lang, List<String> styles, String icon, String client) {
    // The stream's URL differs from the page's, because a browser throws away what it has cached of a URL when it posts
    // there. It is opened again after every kind of end, for as long as the page is open.
    private static final String OPEN_STREAM = "@post(location.pathname+(location.search||'?')+'&live',"
            + "{retry:'always',retryMaxCount:Infinity,retryMaxWait:10000})";

    String html(String title) {
        StringBuilder html = new StringBuilder();
        html.append("<!doctype html>\n<html lang=\"").append(Html.text(lang)).append("\">\n<head>\n");
        html.append("<meta charset=\"utf-8\">\n");
        html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.append("<title>").append(Html.text(title)).append("</title>\n");
        html.append("<link rel=\"icon\" href=\"").append(icon).append("\">\n");
        for (String style : styles) {
            html.append("<link rel=\"stylesheet\" href=\"").append(style).append("\">\n");
        }
        html.append("<script type=\"module\" src=\"").append(client).append("\"></script>\n");
        html.append("</head>\n<body>\n");
        html.append("<div id=\"lodestar\" data-init=\"").append(OPEN_STREAM).append("\"></div>\n");
        html.append("<noscript>This page is live and needs JavaScript.</noscript>\n");
        html.append("</body>\n</html>\n");
        return html.toString();
    }
}
