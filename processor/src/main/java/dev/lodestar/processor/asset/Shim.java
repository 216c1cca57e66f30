package dev.lodestar.processor.asset;

import dev.lodestar.Html;
import java.util.List;

/**
 * The page that a view's {@code GET} answers with: no content, only what boots the client and opens the stream. It uses
 * nothing beyond Datastar 1.0, so that any client of the protocol can run it; but for an application whose expressions are
 * functions of a module, its own is one of them, too.
 *
 * @param lang the page's language
 * @param styles the paths of its style sheets; a mark tells the client which are to go when it takes over another build
 * @param icon the URL of its icon; without one, browsers ask for {@code /favicon.ico}
 * @param openStream the expression that opens the stream
 * @param scripts the path of the script that starts the client, and the paths of those that it imports
 */
record Shim(String lang, List<String> styles, String icon, String openStream, List<String> scripts) {
    // The stream's URL differs from the page's, because a browser throws away what it has cached of a URL when it posts
    // there. It is opened again after every kind of end, for as long as the page is open.
    static final String OPEN_STREAM = "@post(location.pathname+(location.search||'?')+'&live',"
            + "{retry:'always',retryMaxCount:Infinity,retryMaxWait:10000})";

    /**
     * The page, with a hash of all else in it: the client compares it with that of the page that a stream is for.
     *
     * @param paths where it is
     * @param title its title
     */
    Served at(List<String> paths, String title) {
        String hash = Content.Text.of(html(title, "")).hash();
        return Served.shim(paths, hash, html(title, hash));
    }

    private String html(String title, String hash) {
        StringBuilder html = new StringBuilder();
        html.append("<!doctype html>\n<html lang=\"").append(Html.text(lang)).append("\">\n<head>\n");
        html.append("<meta charset=\"utf-8\">\n");
        html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.append("<meta name=\"lodestar\" content=\"").append(hash).append("\">\n");
        html.append("<title>").append(Html.text(title)).append("</title>\n");
        html.append("<link rel=\"icon\" href=\"").append(icon).append("\">\n");
        for (String style : styles) {
            html.append("<link rel=\"stylesheet\" href=\"").append(style).append("\" data-shim>\n");
        }
        html.append("<script type=\"module\" src=\"").append(scripts.get(0)).append("\"></script>\n");
        for (String imported : scripts.subList(1, scripts.size())) {
            html.append("<link rel=\"modulepreload\" href=\"").append(imported).append("\">\n");
        }
        html.append("</head>\n<body>\n");
        html.append("<div id=\"lodestar\" data-init=\"").append(openStream).append("\"></div>\n");
        html.append("<noscript>This page is live and needs JavaScript.</noscript>\n");
        html.append("</body>\n</html>\n");
        return html.toString();
    }
}
