package dev.lodestar.processor.asset;

import dev.lodestar.Html;
import java.util.List;

/**
 * The page that a view answers to {@code GET}: without content, it only boots the client and opens the stream. It uses
 * nothing beyond Datastar 1.0, so that any client of the protocol can run it; if an application's expressions are
 * functions of a module, the shim's is one of them.
 *
 * @param lang the page's language
 * @param styles the paths of its style sheets; an attribute tells the client which to remove when it takes over another
 *     build
 * @param icon the URL of its icon; without one, browsers request {@code /favicon.ico}
 * @param openStream the expression that opens the stream
 * @param scripts the path of the script that starts the client, and the paths of those that it imports
 */
record Shim(String lang, List<String> styles, String icon, String openStream, List<String> scripts) {
    // The stream's URL differs from the page's, because a browser discards its cache entry for a URL when it posts
    // there. The stream is opened again however it ends, for as long as the page is open.
    static final String OPEN_STREAM = "@post(location.pathname+(location.search||'?')+'&live',"
            + "{retry:'always',retryMaxCount:Infinity,retryMaxWait:10000})";

    /**
     * The page with a hash of everything else in it, which the client compares with the hash of the page that a stream
     * serves.
     *
     * @param paths where it is served
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
